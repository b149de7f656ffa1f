package org.claimsledger.projection.claims;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filings that wait for an editor, as of any applied position, in the order of filing. Those of others are
 * shown to editors only.
 */
public final class FilingQueries {

    /**
     * Selects the filings that meet all given conditions.
     *
     * @param batch filings of this request
     * @param actor filings by this actor
     * @param subject filings on claims about this subject, or about one that is merged with it
     */
    public record FilingFilter(
            @Nullable String batch,
            @Nullable String actor,
            @Nullable SubjectId subject) {

        /** Every filing. */
        public static final FilingFilter ALL = new FilingFilter(null, null, null);

        public static FilingFilter ofBatch(String batch) {
            return new FilingFilter(batch, null, null);
        }
    }

    /**
     * A filing that waits for an editor, with its claim.
     *
     * @param position the position at which it was filed; lists are in this order
     * @param evidence the evidence that was filed; a claim is filed with its first evidence
     * @param claim the claim at the viewpoint
     */
    public record FilingAt(long position, Instant filedAt, Provenance provenance, EvidenceId evidence, ClaimAt claim) {

        /** Whether the claim was filed with this evidence. */
        public boolean isOfTheClaim() {
            return position == claim.claimNo();
        }
    }

    /** The most filings that one page may look at, however few are reported. */
    private static final int MAX_SCANNED = 2_000;

    private static final int BATCH = 200;

    /** The columns that {@link #read} reads. */
    private static final String FILINGS = """
        select f.position, f.claim_no, c.id, f.evidence, f.batch, f.actor
        from claim_filing f join claim c on c.claim_no = f.claim_no
        """;

    /** Filings that still wait. Asked apart from {@link #DECIDED_SINCE}, so that each query is a range of one index. */
    private static final String PENDING = FILINGS + """
        where f.waits_to = ? and f.position > ? and f.position <= ?
        """;

    /** Filings that waited at the position and have been decided on since. */
    private static final String DECIDED_SINCE = FILINGS + """
        where f.waits_to > ? and f.waits_to < ? and f.position > ? and f.position <= ?
        """;

    private static final String FIRST = " order by position limit ?";

    private final TableSnapshots snapshots;
    private final Registry registry;
    private final EventLog log;
    private final Redaction redaction;

    public FilingQueries(TableSnapshots tableSnapshots, Registry registry, EventLog log, Redaction redaction) {
        this.snapshots = tableSnapshots;
        this.registry = registry;
        this.log = log;
        this.redaction = redaction;
    }

    /**
     * A filing that waits for an editor.
     *
     * @param position the position at which it was filed
     */
    public record PendingFiling(
            long position, long claimNo, ClaimId claim, EvidenceId evidence, Provenance provenance) {}

    /**
     * The first filings after {@code after} that waited at {@code asOf}, at most {@code count}, published or not.
     *
     * @param after the position of a filing, 0 for the first ones
     */
    public List<PendingFiling> pending(FilingFilter filter, long asOf, long after, int count) {
        return snapshots.at(asOf, tableSession -> pending(filter, asOf, after, count, tableSession));
    }

    /** Those of the claims that had, or have, to wait for an editor, or evidence on which did. */
    public Set<ClaimId> claimsWithProposals(Set<ClaimId> claims) {
        return snapshots.latest(tableSession -> {
            PreparedStatement query = tableSession.prepare("""
                select distinct c.id
                from unnest(cast(? as varchar array)) as wanted (id)
                join claim c on c.id = wanted.id
                join claim_filing f on f.claim_no = c.claim_no
                """);
            query.setArray(
                    1,
                    tableSession.textArray(claims.stream().map(ClaimId::value).toList()));
            Set<ClaimId> proposed = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    proposed.add(new ClaimId(row.getString(1)));
                }
            }
            return proposed;
        });
    }

    /** All filings that waited at {@code asOf} on claims that were asserted after {@code after}, up to {@code upTo}. */
    public List<PendingFiling> pendingOnClaims(long after, long upTo, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            try (ResultSet row =
                    tableSession.prepare(FILINGS + """
                        where f.claim_no > ? and f.claim_no <= ? and f.position <= ? and f.waits_to > ?
                        order by f.claim_no, f.position
                        """, after, upTo, asOf, asOf).executeQuery()) {
                return read(row);
            }
        });
    }

    /**
     * The filings that waited and were reported at the point, each with its claim.
     *
     * @param after the position or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<FilingAt> page(FilingFilter filter, BitemporalPoint bitemporalPoint, long after, int limit) {
        return snapshots.at(bitemporalPoint.asOf(), tableSession -> {
            ClaimReader reader = ClaimReader.of(tableSession, bitemporalPoint, redaction);
            List<PendingFiling> items = new ArrayList<>();
            Map<Long, VersionRow> claims = new LinkedHashMap<>();
            long last = after;
            for (int scanned = 0; scanned < MAX_SCANNED; scanned += BATCH) {
                List<PendingFiling> filings = pending(filter, bitemporalPoint.asOf(), last, BATCH, tableSession);
                Map<Long, VersionRow> versions = reader.versions(
                        filings.stream().map(PendingFiling::claimNo).distinct().toList());
                for (PendingFiling each : filings) {
                    VersionRow row = versions.get(each.claimNo());
                    boolean shown = row != null && isShown(each, row.version());
                    if (shown && items.size() == limit) {
                        return new Page<>(withClaims(items, claims, reader), last);
                    }
                    last = each.position();
                    if (row != null && shown) {
                        items.add(each);
                        claims.put(row.claimNo(), row);
                    }
                }
                if (filings.size() < BATCH) {
                    return new Page<>(withClaims(items, claims, reader), null);
                }
            }
            return new Page<>(withClaims(items, claims, reader), last);
        });
    }

    private List<FilingAt> withClaims(List<PendingFiling> filings, Map<Long, VersionRow> versions, ClaimReader reader)
            throws SQLException {
        Map<Long, ClaimAt> claims = new HashMap<>();
        for (ClaimAt claim : reader.claims(List.copyOf(versions.values()))) {
            claims.put(
                    claim.claimNo(),
                    claim.redactedBy(redaction, reader.viewpoint().asOf()));
        }
        return filings.stream()
                .map(it -> new FilingAt(
                        it.position(),
                        recordedAt(it.position()),
                        it.provenance(),
                        it.evidence(),
                        Objects.requireNonNull(claims.get(it.claimNo()))))
                .toList();
    }

    /** Whether it is reported, and the caller may see it. */
    private static boolean isShown(PendingFiling filing, BitemporalVersion bitemporalVersion) {
        return bitemporalVersion.payload().evidence().stream()
                .anyMatch(evidencePayload -> evidencePayload.position() == filing.position());
    }

    private List<PendingFiling> pending(
            FilingFilter filter, long asOf, long after, int count, TableSession tableSession) throws SQLException {
        String conditions = conditions(filter);
        Object[] parameters = parameters(filter, asOf, tableSession);
        try (ResultSet row = tableSession
                .prepare(
                        "(" + PENDING + conditions + FIRST + ") union all (" + DECIDED_SINCE + conditions + FIRST + ")"
                                + FIRST,
                        Stream.of(
                                        Stream.of(OpenEnded.OPEN, after, asOf),
                                        Stream.of(parameters),
                                        Stream.of(count, asOf, OpenEnded.OPEN, after, asOf),
                                        Stream.of(parameters),
                                        Stream.of(count, count))
                                .flatMap(it -> it)
                                .toArray())
                .executeQuery()) {
            return read(row);
        }
    }

    private static List<PendingFiling> read(ResultSet row) throws SQLException {
        List<PendingFiling> filings = new ArrayList<>();
        while (row.next()) {
            filings.add(new PendingFiling(
                    row.getLong(1),
                    row.getLong(2),
                    new ClaimId(row.getString(3)),
                    new EvidenceId(row.getString(4)),
                    new Provenance(row.getString(6), row.getString(5))));
        }
        return filings;
    }

    private static String conditions(FilingFilter filter) {
        return (filter.batch() == null ? "" : " and f.batch = ?")
                + (filter.actor() == null ? "" : " and f.actor = ?")
                + (filter.subject() == null ? "" : " and c.subject = any(?)");
    }

    private Object[] parameters(FilingFilter filter, long asOf, TableSession tableSession) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        if (filter.batch() != null) {
            parameters.add(filter.batch());
        }
        if (filter.actor() != null) {
            parameters.add(filter.actor());
        }
        if (filter.subject() != null) {
            Set<SubjectId> subjects = registry.sameAs(filter.subject(), asOf);
            parameters.add(tableSession.textArray(
                    subjects.stream().map(SubjectId::value).toList()));
        }
        return parameters.toArray();
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }
}
