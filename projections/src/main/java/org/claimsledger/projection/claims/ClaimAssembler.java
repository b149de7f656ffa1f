package org.claimsledger.projection.claims;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.claimsledger.event.Provenance;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.projection.claims.ClaimTextReader.TextBatch;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.claims.VersionPayload.DerivedEvidence;
import org.claimsledger.projection.claims.VersionPayload.EvidencePayload;
import org.claimsledger.projection.claims.VersionPayload.ReviewRef;
import org.jspecify.annotations.Nullable;

/**
 * Puts claims together from their versions and texts.
 *
 * @param texts all texts of the versions, or more
 * @param provenance actor and request of each proposal of the versions, by position
 */
record ClaimAssembler(TextBatch texts, Map<Long, Provenance> provenance) {

    ClaimAt claim(VersionRow row) {
        return new OneClaim(row).claim();
    }

    /** Assembles one claim and remembers the contents that it has decoded. */
    private final class OneClaim {

        private final long claimNo;
        private final VersionRow row;
        private final VersionPayload payload;
        private final ClaimAsserted asserted;
        private final Map<Long, ClaimContent> contents = new HashMap<>();
        private final Map<Long, Provenance> proposals = new LinkedHashMap<>();

        OneClaim(VersionRow row) {
            this.claimNo = row.claimNo();
            this.row = row;
            this.payload = row.version().payload();
            this.asserted = texts.event(claimNo, ClaimAsserted.class);
            contents.put(claimNo, asserted.content());
        }

        ClaimAt claim() {
            DecisionRef retraction = payload.retraction();
            DecisionRef ranked = payload.ranked();
            DecisionRef assessed = payload.assessed();
            Claim claim = new Claim(
                    asserted.claim(),
                    row.version().revision(),
                    content(payload.content()),
                    Map.of(),
                    review(payload.review(), claimNo),
                    retraction == null ? null : texts.event(retraction.position(), ClaimRetracted.class),
                    ranked == null ? null : texts.event(ranked.position(), ClaimRanked.class),
                    assessed == null ? null : texts.event(assessed.position(), ClaimAssessed.class),
                    relations());
            ClaimState state = new ClaimState(
                    claimNo,
                    claim,
                    payload.content(),
                    evidence(),
                    payload.reported(),
                    row.version().status(),
                    row.version().weight(),
                    payload.review() == null ? null : payload.review().recordedAt(),
                    ranked == null ? null : ranked.decided(),
                    assessed == null ? null : assessed.decided());
            return new ClaimAt(state, row.recordedFrom(), proposals);
        }

        private ClaimContent content(long position) {
            return contents.computeIfAbsent(position, missing -> texts.content(claimNo, position));
        }

        /**
         * @param proposed the position of the proposal that is reviewed, whose provenance goes into the claim's filings
         */
        private @Nullable Review review(@Nullable ReviewRef review, long proposed) {
            if (review == null) {
                return null;
            }
            Provenance by = provenance.get(proposed);
            if (by == null) {
                throw new IllegalStateException("no proposal at position " + proposed);
            }
            proposals.put(proposed, by);
            return new Review(review.position() == 0 ? null : texts.event(review.position(), ClaimReviewed.class));
        }

        private List<EvidenceState> evidence() {
            List<EvidenceState> evidence = new ArrayList<>(payload.evidence().size());
            for (EvidencePayload each : payload.evidence()) {
                evidence.add(new EvidenceState(
                        evidence(each),
                        each.derived() == null,
                        each.position(),
                        each.reported(),
                        each.live(),
                        content(each.valueAt()).value(),
                        each.valueAt(),
                        each.speaksFor(),
                        each.attestation(),
                        each.review() == null ? null : each.review().recordedAt()));
            }
            return evidence;
        }

        private Evidence evidence(EvidencePayload evidence) {
            EvidenceWithdrawn withdrawal =
                    evidence.withdrawal() == 0 ? null : texts.event(evidence.withdrawal(), EvidenceWithdrawn.class);
            Review review = review(evidence.review(), evidence.position());
            DerivedEvidence derived = evidence.derived();
            if (derived != null) {
                Testimony testimony = new Testimony(
                        derived.source(), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
                return new Evidence(derived.id(), testimony, withdrawal, review);
            }
            if (evidence.position() == claimNo) {
                return new Evidence(asserted.evidence(), asserted.testimony(), withdrawal, review);
            }
            EvidenceAttached attached = texts.event(evidence.position(), EvidenceAttached.class);
            return new Evidence(attached.evidence(), attached.testimony(), withdrawal, review);
        }

        private List<ClaimsRelated> relations() {
            return payload.relations().stream()
                    .map(position -> texts.event(position, ClaimsRelated.class))
                    .toList();
        }
    }
}
