package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.claim.Review;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Modality;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.Stance;
import org.claimsledger.event.Testimony;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.claims.VersionPayload.DerivedEvidence;
import org.claimsledger.projection.claims.VersionPayload.EvidencePayload;
import org.claimsledger.projection.claims.VersionPayload.ReviewRef;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads claims from a viewpoint: one seek for the rectangle, then its texts by their positions. */
final class ClaimReader {

    private static final String AT = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no = ? and reported_to > ? and recorded_to > ? and reported_from <= ? and recorded_from <= ?
        order by claim_no, reported_to, recorded_to
        limit 1
        """;

    private final TableSession tableSession;
    private final ClaimTextReader claimTextReader;
    private final BitemporalPoint viewpoint;
    private final ClaimsDatedByProtectedSources excluded;

    ClaimReader(TableSession tableSession, BitemporalPoint bitemporalPoint, ClaimsDatedByProtectedSources leftOut) {
        this.excluded = leftOut;
        this.tableSession = tableSession;
        this.claimTextReader = new ClaimTextReader(tableSession);
        this.viewpoint = bitemporalPoint;
    }

    /** The number of the claim; 0 where it was not asserted by then. */
    long number(ClaimId id) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select claim_no from claim where id = ?
            """, id.value()).executeQuery()) {
            return row.next() && row.getLong(1) <= viewpoint.asOf() ? row.getLong(1) : 0;
        }
    }

    /** Absent where it was not recorded, or not reported, by then. */
    @Nullable
    VersionRow version(long claimNo) throws SQLException {
        if (excluded.contains(claimNo)) {
            return null;
        }
        long by = viewpoint.publishedByMicros();
        try (ResultSet row = tableSession
                .prepare(AT, claimNo, by, viewpoint.asOf(), by, viewpoint.asOf())
                .executeQuery()) {
            return row.next() ? VersionRow.read(row) : null;
        }
    }

    ClaimAt claim(VersionRow row) throws SQLException {
        BitemporalVersion bitemporalVersion = row.version();
        VersionPayload versionPayload = bitemporalVersion.payload();
        ClaimAsserted asserted = claimTextReader.read(row.claimNo(), ClaimAsserted.class);
        Map<Long, ClaimContent> claimContents = new LinkedHashMap<>();
        claimContents.put(row.claimNo(), asserted.content());
        Map<Long, Provenance> filings = new LinkedHashMap<>();
        Review review = review(versionPayload.review(), row.claimNo(), filings);
        DecisionRef retraction = versionPayload.retraction();
        DecisionRef ranked = versionPayload.ranked();
        DecisionRef assessed = versionPayload.assessed();
        Map<EvidenceId, Evidence> filed = new LinkedHashMap<>();
        List<EvidenceState> evidence = new ArrayList<>(versionPayload.evidence().size());
        for (EvidencePayload evidencePayload : versionPayload.evidence()) {
            EvidenceState state = evidence(
                    evidencePayload,
                    row.claimNo(),
                    asserted,
                    value(evidencePayload.valueAt(), row.claimNo(), claimContents),
                    review(evidencePayload.review(), evidencePayload.position(), filings));
            evidence.add(state);
            if (evidencePayload.derived() == null) {
                filed.put(state.id(), new Evidence(state.id(), state.testimony(), state.withdrawal(), state.review()));
            }
        }
        Claim claim = new Claim(
                asserted.claim(),
                bitemporalVersion.revision(),
                content(versionPayload.content(), row.claimNo(), claimContents),
                filed,
                review,
                retraction == null ? null : claimTextReader.read(retraction.position(), ClaimRetracted.class),
                ranked == null ? null : claimTextReader.read(ranked.position(), ClaimRanked.class),
                assessed == null ? null : claimTextReader.read(assessed.position(), ClaimAssessed.class),
                relations(versionPayload));
        ClaimState state = new ClaimState(
                row.claimNo(),
                claim,
                versionPayload.content(),
                evidence,
                versionPayload.reported(),
                bitemporalVersion.status(),
                bitemporalVersion.weight(),
                versionPayload.review() == null ? null : versionPayload.review().recordedAt(),
                ranked == null ? null : ranked.recordedAt(),
                assessed == null ? null : assessed.recordedAt());
        return new ClaimAt(state, row.recordedFrom(), filings);
    }

    private ClaimContent content(long position, long claimNo, Map<Long, ClaimContent> known) throws SQLException {
        ClaimContent claimContent = known.get(position);
        if (claimContent == null) {
            claimContent = claimTextReader.content(claimNo, position);
            known.put(position, claimContent);
        }
        return claimContent;
    }

    private Value value(long position, long claimNo, Map<Long, ClaimContent> known) throws SQLException {
        return content(position, claimNo, known).value();
    }

    /** @param filed where what is reviewed was filed; its provenance is noted */
    private @Nullable Review review(@Nullable ReviewRef review, long filed, Map<Long, Provenance> filings)
            throws SQLException {
        if (review == null) {
            return null;
        }
        if (!filings.containsKey(filed)) {
            filings.put(filed, provenance(filed));
        }
        return new Review(review.position() == 0 ? null : claimTextReader.read(review.position(), ClaimReviewed.class));
    }

    private Provenance provenance(long filed) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select actor, batch from claim_filing where position = ?
            """, filed).executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("nothing that waited was filed at position " + filed);
            }
            return new Provenance(row.getString(1), row.getString(2));
        }
    }

    private EvidenceState evidence(
            EvidencePayload evidencePayload, long claimNo, ClaimAsserted asserted, Value value, @Nullable Review review)
            throws SQLException {
        EvidenceId id;
        Testimony testimony;
        DerivedEvidence derivedEvidence = evidencePayload.derived();
        if (derivedEvidence != null) {
            id = derivedEvidence.id();
            testimony = new Testimony(
                    derivedEvidence.source(), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
        } else if (evidencePayload.position() == claimNo) {
            id = asserted.evidence();
            testimony = asserted.testimony();
        } else {
            EvidenceAttached attached = claimTextReader.read(evidencePayload.position(), EvidenceAttached.class);
            id = attached.evidence();
            testimony = attached.testimony();
        }
        return new EvidenceState(
                id,
                evidencePayload.position(),
                testimony,
                evidencePayload.reported(),
                evidencePayload.withdrawal() == 0
                        ? null
                        : claimTextReader.read(evidencePayload.withdrawal(), EvidenceWithdrawn.class),
                evidencePayload.live(),
                value,
                evidencePayload.valueAt(),
                evidencePayload.speaksFor(),
                evidencePayload.origin(),
                review,
                evidencePayload.review() == null
                        ? null
                        : evidencePayload.review().recordedAt());
    }

    private List<ClaimsRelated> relations(VersionPayload versionPayload) throws SQLException {
        List<ClaimsRelated> relations = new ArrayList<>();
        for (long position : versionPayload.relations()) {
            relations.add(claimTextReader.read(position, ClaimsRelated.class));
        }
        return relations;
    }
}
