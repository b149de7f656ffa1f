package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Content;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.jspecify.annotations.Nullable;

/** Reads claims as of a position: one seek for the rectangle, then its texts by their positions. */
final class ClaimReader {

    private final Session session;
    private final Texts texts;
    private final long asOf;

    ClaimReader(Session session, long asOf) {
        this.session = session;
        this.texts = new Texts(session);
        this.asOf = asOf;
    }

    /** The number of the claim; 0 where it was not asserted by then. */
    long number(ClaimId id) throws SQLException {
        try (ResultSet row = session.prepared("""
            select claim_no from claim where id = ?
            """, id.value()).executeQuery()) {
            return row.next() && row.getLong(1) <= asOf ? row.getLong(1) : 0;
        }
    }

    @Nullable
    Rectangle rectangle(long claimNo) throws SQLException {
        try (ResultSet row = session.prepared("""
            select claim_no, recorded_from, revision, rank, verdict, retracted, parts
            from claim_version
            where claim_no = ? and reported_to = ? and recorded_to > ?
            order by claim_no, reported_to, recorded_to
            limit 1
            """, claimNo, Always.OPEN, asOf).executeQuery()) {
            return row.next() && row.getLong(2) <= asOf ? RectangleRow.read(row, 1) : null;
        }
    }

    ClaimAt claim(Rectangle rectangle) throws SQLException {
        Parts parts = rectangle.parts();
        ClaimAsserted asserted = texts.read(rectangle.claimNo(), ClaimAsserted.class);
        Content content = parts.content() == rectangle.claimNo()
                ? asserted.content()
                : texts.content(rectangle.claimNo(), parts.content());
        Claim claim = new Claim(
                asserted.claim(),
                rectangle.revision(),
                content,
                evidence(asserted, parts),
                parts.retraction() == 0 ? null : texts.read(parts.retraction(), ClaimRetracted.class),
                parts.ranked() == 0 ? null : texts.read(parts.ranked(), ClaimRanked.class),
                parts.assessed() == 0 ? null : texts.read(parts.assessed(), ClaimAssessed.class),
                relations(parts));
        return new ClaimAt(claim, rectangle.claimNo(), rectangle.from());
    }

    private Map<EvidenceId, Attached> evidence(ClaimAsserted asserted, Parts parts) throws SQLException {
        Map<EvidenceId, Attached> evidence = new LinkedHashMap<>();
        evidence.put(asserted.evidence(), new Attached(asserted.evidence(), asserted.testimony(), null));
        for (long position : parts.evidence().subList(1, parts.evidence().size())) {
            EvidenceAttached attached = texts.read(position, EvidenceAttached.class);
            evidence.put(attached.evidence(), new Attached(attached.evidence(), attached.testimony(), null));
        }
        for (long position : parts.withdrawals()) {
            EvidenceWithdrawn withdrawn = texts.read(position, EvidenceWithdrawn.class);
            evidence.computeIfPresent(
                    withdrawn.evidence(), (id, held) -> new Attached(id, held.testimony(), withdrawn));
        }
        return evidence;
    }

    private List<ClaimsRelated> relations(Parts parts) throws SQLException {
        List<ClaimsRelated> relations = new ArrayList<>();
        for (long position : parts.relations()) {
            relations.add(texts.read(position, ClaimsRelated.class));
        }
        return relations;
    }
}
