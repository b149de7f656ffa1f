package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.projection.claims.VersionPayload.EvidencePayload;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/**
 * The versions of claims as one caller may see them: as if what no editor has accepted, and what was decided on it, had
 * never been recorded. What the caller filed stays.
 */
final class VisibleVersions {

    private static final String EARLIER = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and\s\
        """ + VersionRow.AT_PUBLISHED_TIME + """

            and recorded_from < ?
        order by recorded_from desc
        """;

    private static final String COMPLETE = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and reported_to = ? and\s\
        """ + VersionRow.AT_POSITION + """

        order by recorded_from desc
        limit 1
        """;

    private final TableSession tableSession;
    private final BitemporalPoint viewpoint;
    private final Redaction redaction;
    private final Set<Long> hiddenClaims = new HashSet<>();
    private final Map<Long, Set<Long>> hiddenEvents = new HashMap<>();
    private final Map<Long, Boolean> hiddenRelations = new HashMap<>();
    private final ClaimTextReader claimTextReader;

    VisibleVersions(TableSession tableSession, BitemporalPoint viewpoint, Redaction redaction) {
        this.tableSession = tableSession;
        this.viewpoint = viewpoint;
        this.redaction = redaction;
        this.claimTextReader = new ClaimTextReader(tableSession);
    }

    /** The version, from the event on that brought about what the caller sees of it; absent where the claim is hidden. */
    @Nullable
    VersionRow visible(VersionRow row) throws SQLException {
        VersionRow visible = withoutHiddenFilings(row);
        return visible == null || visible.version().equals(row.version())
                ? visible
                : visible.beginningAt(begin(visible));
    }

    /** The version without its hidden filings; absent where the claim itself is hidden. */
    @Nullable
    VersionRow withoutHiddenFilings(VersionRow row) throws SQLException {
        if (!redaction.hidesProposals()) {
            return row;
        }
        VersionPayload payload = row.version().payload();
        if (hidesClaim(row)) {
            hiddenClaims.add(row.claimNo());
            return null;
        }
        VersionPayload complete = viewpoint.includesAllPublished()
                ? payload
                : complete(row.claimNo(), row.recordedFrom()).orElse(payload);
        Set<Long> hidden = hiddenEvents(complete);
        if (hidden.isEmpty()) {
            return row;
        }
        hiddenEvents.computeIfAbsent(row.claimNo(), none -> new HashSet<>()).addAll(hidden);
        return row.with(
                row.version().with(payload.showing(shown(payload), shown(payload.relations(), hidden)), hidden.size()));
    }

    /** Whether a version of this claim was asked for, and hidden. */
    boolean hasHidden(long claimNo) {
        return hiddenClaims.contains(claimNo);
    }

    /** The positions of the claim's events that are hidden at the viewpoint, once a version of it was asked for. */
    Set<Long> hiddenEventsOf(long claimNo) {
        return hiddenEvents.getOrDefault(claimNo, Set.of());
    }

    private boolean hidesClaim(VersionRow row) {
        return !row.version().payload().isAccepted() && redaction.hidesProposal(row.claimNo());
    }

    private boolean hides(EvidencePayload evidence) {
        return !evidence.isAccepted() && redaction.hidesProposal(evidence.position());
    }

    private List<EvidencePayload> shown(VersionPayload payload) {
        return payload.evidence().stream().filter(it -> !hides(it)).toList();
    }

    private static List<Long> shown(List<Long> relations, Set<Long> hidden) {
        return relations.stream().filter(it -> !hidden.contains(it)).toList();
    }

    /** The events of the claim that filed what is hidden, decided on nothing else, or relate it to a hidden claim. */
    private Set<Long> hiddenEvents(VersionPayload complete) throws SQLException {
        Set<Long> hidden = new HashSet<>();
        Set<Long> shown = new HashSet<>();
        for (EvidencePayload evidence : complete.evidence()) {
            (hides(evidence) ? hidden : shown).addAll(evidence.ownEvents());
        }
        hidden.removeAll(shown);
        for (long relation : complete.relations()) {
            if (relatesHiddenClaim(relation)) {
                hidden.add(relation);
            }
        }
        return hidden;
    }

    private boolean relatesHiddenClaim(long relation) throws SQLException {
        Boolean known = hiddenRelations.get(relation);
        if (known != null) {
            return known;
        }
        boolean hides = false;
        for (ClaimId claim : claimTextReader
                .read(Set.of(relation))
                .event(relation, ClaimsRelated.class)
                .claims()) {
            hides |= isHidden(claim);
        }
        hiddenRelations.put(relation, hides);
        return hides;
    }

    /** Whether a claim is hidden, reported at the viewpoint or not. */
    private boolean isHidden(ClaimId claim) throws SQLException {
        long claimNo = ClaimScan.number(tableSession, claim);
        return claimNo != 0
                && complete(claimNo, viewpoint.asOf())
                        .filter(it -> !it.isAccepted() && redaction.hidesProposal(claimNo))
                        .isPresent();
    }

    /** What is recorded of a claim at a position, published or not. */
    private Optional<VersionPayload> complete(long claimNo, long asOf) throws SQLException {
        try (ResultSet complete = tableSession
                .prepare(COMPLETE, claimNo, OpenEnded.OPEN, asOf, asOf)
                .executeQuery()) {
            return complete.next()
                    ? Optional.of(VersionRow.read(complete).version().payload())
                    : Optional.empty();
        }
    }

    /** Goes back over the rows that differ from the visible one only in what is hidden. */
    private long begin(VersionRow visible) throws SQLException {
        long begin = visible.recordedFrom();
        long micros = viewpoint.publishedByMicros();
        try (ResultSet row = tableSession
                .prepare(EARLIER, visible.claimNo(), micros, micros, visible.recordedFrom())
                .executeQuery()) {
            while (row.next()) {
                VersionRow earlier = withoutHiddenFilings(VersionRow.read(row));
                if (earlier == null || !earlier.hasSameContent(visible)) {
                    break;
                }
                begin = earlier.recordedFrom();
            }
        }
        return begin;
    }
}
