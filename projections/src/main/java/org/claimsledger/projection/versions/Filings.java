package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.table.Session;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SubjectId;

/** What waits for an editor, as of any applied position: filings in the order in which they came. */
public final class Filings {

    /** How many filings one page may look at, whatever it finds. */
    private static final int LOOKED_AT = 2_000;

    private static final int SOME = 200;

    /** What waits still; the other half of {@link #DECIDED_SINCE}, each a range of one index. */
    private static final String WAITING = """
        select f.position, f.claim_no, c.id, f.evidence, f.batch, f.actor
        from claim_filing f join claim c on c.claim_no = f.claim_no
        where f.waits_to = ? and f.position > ? and f.position <= ?
        """;

    /** What waited then, and was decided on after that. */
    private static final String DECIDED_SINCE = """
        select f.position, f.claim_no, c.id, f.evidence, f.batch, f.actor
        from claim_filing f join claim c on c.claim_no = f.claim_no
        where f.waits_to > ? and f.waits_to < ? and f.position > ? and f.position <= ?
        """;

    private static final String FIRST = " order by position limit ?";

    private final Readings readings;
    private final Directory directory;
    private final EventLog log;
    private final Veil veil;

    public Filings(Readings readings, Directory directory, EventLog log) {
        this(readings, directory, log, Veil.NONE);
    }

    private Filings(Readings readings, Directory directory, EventLog log, Veil veil) {
        this.readings = readings;
        this.directory = directory;
        this.log = log;
        this.veil = veil;
    }

    /** The same, as somebody may see them. */
    public Filings seenThrough(Veil other) {
        return new Filings(readings, directory, log, other);
    }

    /**
     * A filing that waits, by its names.
     *
     * @param position where it was filed
     */
    public record Waiting(long position, long claimNo, ClaimId claim, EvidenceId evidence, Provenance provenance) {}

    /**
     * The first filings after {@code after} that waited as of then, at most {@code count}, whatever had been published.
     *
     * @param after the position of a filing, 0 for the first ones
     */
    public List<Waiting> waiting(FilingFilter filter, long asOf, long after, int count) {
        return readings.at(asOf, session -> waiting(filter, asOf, after, count, session));
    }

    /** All filings that waited then on the claims that were asserted after one position and up to another. */
    public List<Waiting> waitingOnClaims(long after, long upTo, long asOf) {
        return readings.at(asOf, session -> {
            try (ResultSet row = session.prepared("""
                select f.position, f.claim_no, c.id, f.evidence, f.batch, f.actor
                from claim_filing f join claim c on c.claim_no = f.claim_no
                where f.claim_no > ? and f.claim_no <= ? and f.position <= ? and f.waits_to > ?
                order by f.claim_no, f.position
                """, after, upTo, asOf, asOf).executeQuery()) {
                return read(row);
            }
        });
    }

    /**
     * The filings that waited then, and were reported by then, each with its claim.
     *
     * @param after the position or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<FilingAt> page(FilingFilter filter, Moment moment, long after, int limit) {
        return readings.at(moment.asOf(), session -> {
            ClaimReader reader = new ClaimReader(session, moment, Undated.at(moment, veil, session));
            List<FilingAt> items = new ArrayList<>();
            long last = after;
            for (int looked = 0; looked < LOOKED_AT; looked += SOME) {
                List<Waiting> some = waiting(filter, moment.asOf(), last, SOME, session);
                for (Waiting each : some) {
                    if (items.size() == limit) {
                        return new Page<>(items, last);
                    }
                    last = each.position();
                    RectangleRow row = reader.rectangle(each.claimNo());
                    if (row != null && isReported(each, row.rectangle())) {
                        items.add(new FilingAt(
                                each.position(),
                                recordedAt(each.position()),
                                each.provenance(),
                                each.evidence(),
                                reader.claim(row).seenThrough(veil, moment.asOf())));
                    }
                }
                if (some.size() < SOME) {
                    return new Page<>(items, null);
                }
            }
            return new Page<>(items, last);
        });
    }

    private static boolean isReported(Waiting filing, Rectangle rectangle) {
        return rectangle.parts().evidence().stream().anyMatch(piece -> piece.position() == filing.position());
    }

    private List<Waiting> waiting(FilingFilter filter, long asOf, long after, int count, Session session)
            throws SQLException {
        String which = conditions(filter);
        Object[] asked = parameters(filter, asOf, session);
        try (ResultSet row = session.prepared(
                        "(" + WAITING + which + FIRST + ") union all (" + DECIDED_SINCE + which + FIRST + ")" + FIRST,
                        Stream.of(
                                        Stream.of(Always.OPEN, after, asOf),
                                        Stream.of(asked),
                                        Stream.of(count, asOf, Always.OPEN, after, asOf),
                                        Stream.of(asked),
                                        Stream.of(count, count))
                                .flatMap(it -> it)
                                .toArray())
                .executeQuery()) {
            return read(row);
        }
    }

    private static List<Waiting> read(ResultSet row) throws SQLException {
        List<Waiting> found = new ArrayList<>();
        while (row.next()) {
            found.add(new Waiting(
                    row.getLong(1),
                    row.getLong(2),
                    new ClaimId(row.getString(3)),
                    new EvidenceId(row.getString(4)),
                    new Provenance(row.getString(6), row.getString(5))));
        }
        return found;
    }

    private static String conditions(FilingFilter filter) {
        return (filter.batch() == null ? "" : " and f.batch = ?")
                + (filter.actor() == null ? "" : " and f.actor = ?")
                + (filter.subject() == null ? "" : " and c.subject = any(?)");
    }

    private Object[] parameters(FilingFilter filter, long asOf, Session session) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        if (filter.batch() != null) {
            parameters.add(filter.batch());
        }
        if (filter.actor() != null) {
            parameters.add(filter.actor());
        }
        if (filter.subject() != null) {
            Set<SubjectId> same = directory.sameAs(filter.subject(), asOf);
            parameters.add(session.texts(same.stream().map(SubjectId::value).toList()));
        }
        return parameters.toArray();
    }

    private Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> new IllegalStateException("no event at position " + position));
    }
}
