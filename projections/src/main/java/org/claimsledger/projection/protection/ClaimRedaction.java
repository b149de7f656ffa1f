package org.claimsledger.projection.protection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Claims as a veil that hides something leaves them: of what a protected source says there is left how it counts. */
final class ClaimRedaction {

    /** When something was reported, of which it may not be told: while a source was not protected, its dates counted. */
    private static final Instant UNDISCLOSED = Instant.MAX;

    private final Redaction redaction;
    private final HiddenOrigins hiddenOrigins;

    ClaimRedaction(Redaction redaction, HiddenOrigins hiddenOrigins) {
        this.redaction = redaction;
        this.hiddenOrigins = hiddenOrigins;
    }

    private EventRedaction evidenceOf(Claim claim) {
        return new EventRedaction(redaction, id -> claim);
    }

    private @Nullable Review review(@Nullable Review review, Claim claim) {
        ClaimReviewed decided = review == null ? null : review.decided();
        return decided == null ? review : new Review(decided.redacted(evidenceOf(claim)));
    }

    Claim claim(Claim claim) {
        Map<EvidenceId, Evidence> evidence = new LinkedHashMap<>();
        claim.evidence().forEach((id, held) -> {
            EvidenceWithdrawn withdrawal = held.withdrawal();
            evidence.put(
                    id,
                    new Evidence(
                            held.id(),
                            held.testimony().redacted(redaction),
                            withdrawal == null ? null : withdrawal.redacted(evidenceOf(claim)),
                            review(held.review(), claim)));
        });
        ClaimRetracted retraction = claim.retraction();
        return new Claim(
                claim.id(),
                claim.revision(),
                claim.content(),
                evidence,
                review(claim.review(), claim),
                retraction == null ? null : retraction.redacted(evidenceOf(claim)),
                claim.ranked(),
                claim.assessed(),
                claim.relations());
    }

    /** @param asOf the position that it was read at */
    ClaimState state(ClaimState state, long asOf) {
        return new ClaimState(
                state.position(),
                claim(state.claim()),
                state.contentPosition(),
                state.evidence().stream().map(it -> evidence(it, state, asOf)).toList(),
                redaction.hiddenSince(asOf).isEmpty() || !restsOnHidden(state, asOf) ? state.reported() : UNDISCLOSED,
                state.status(),
                state.weight(),
                state.reviewedAt(),
                state.rankedAt(),
                state.assessedAt());
    }

    private EvidenceState evidence(EvidenceState held, ClaimState state, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        SourceId hidden = hiddenOrigins.origin(held.testimony(), state, asOf);
        return new EvidenceState(
                held.id(),
                held.position(),
                held.testimony().redacted(redaction),
                redaction.hiddenSince(asOf).contains(held.testimony().source()) ? UNDISCLOSED : held.reported(),
                withdrawal == null ? null : withdrawal.redacted(evidenceOf(state.claim())),
                held.live(),
                held.value(),
                held.valuePosition(),
                held.speaksFor(),
                hidden == null
                        ? held.origin()
                        : Origin.named(redaction.shownId(hidden).value()),
                review(held.review(), state.claim()),
                held.reviewedAt());
    }

    /** Whether any evidence rests on what is hidden, or anything was decided on it. */
    boolean restsOnHidden(ClaimState state, long asOf) {
        ClaimRetracted retraction = state.claim().retraction();
        return retraction != null && redaction.isHidden(retraction.basis())
                || state.evidence().stream().anyMatch(it -> restsOnHidden(it, state, asOf));
    }

    private boolean restsOnHidden(EvidenceState held, ClaimState state, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        return hiddenOrigins.origin(held.testimony(), state, asOf) != null
                || hiddenOrigins.nearestHidden(held.testimony().source(), asOf) != null
                || withdrawal != null && redaction.isHidden(withdrawal.basis())
                || held.testimony().attribution().stream()
                        .anyMatch(it -> it instanceof Attestor.BySource by && redaction.isHidden(by.source()));
    }
}
