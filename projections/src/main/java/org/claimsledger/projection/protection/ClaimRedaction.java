package org.claimsledger.projection.protection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.claimsledger.event.Testimony;
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

    Testimony testimony(Testimony testimony) {
        boolean hidden = redaction.isHidden(testimony.source());
        return new Testimony(
                redaction.shownId(testimony.source()),
                testimony.stance(),
                testimony.modality(),
                hidden
                        ? List.of()
                        : testimony.attribution().stream().map(this::attestor).toList(),
                hidden ? null : testimony.quote(),
                hidden ? null : testimony.locator(),
                testimony.credibility());
    }

    private Attestor attestor(Attestor attestor) {
        return switch (attestor) {
            case Attestor.BySource by -> new Attestor.BySource(redaction.shownId(by.source()));
            case Attestor.ByName byName -> byName;
            case Attestor.BySubject by -> by;
        };
    }

    /** @param claim which it is an event of, as it is recorded; absent where there is none */
    EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, @Nullable Claim claim) {
        Evidence held = claim == null ? null : claim.evidence().get(withdrawal.evidence());
        return withdrawal(
                withdrawal, held == null || redaction.isHidden(held.testimony().source()));
    }

    private EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, boolean ofWhatIsHidden) {
        return new EvidenceWithdrawn(
                withdrawal.claim(),
                withdrawal.evidence(),
                redaction.basis(withdrawal.basis()),
                withdrawal.reasons(),
                ofWhatIsHidden || redaction.isHidden(withdrawal.basis()) ? null : withdrawal.note());
    }

    ClaimRetracted retraction(ClaimRetracted retraction) {
        return new ClaimRetracted(
                retraction.claim(),
                retraction.reasons(),
                redaction.basis(retraction.basis()),
                redaction.isHidden(retraction.basis()) ? null : retraction.note());
    }

    /** A reason that is given for evidence of a protected source may tell of it. */
    ClaimReviewed reviewed(ClaimReviewed reviewed, @Nullable Claim claim) {
        boolean told = claim != null
                && reviewed.evidence().stream()
                        .map(claim.evidence()::get)
                        .allMatch(held -> held != null
                                && !redaction.isHidden(held.testimony().source()));
        return new ClaimReviewed(
                reviewed.claim(), reviewed.decision(), reviewed.evidence(), told ? reviewed.reason() : null);
    }

    private @Nullable Review review(@Nullable Review review, Claim claim) {
        ClaimReviewed decided = review == null ? null : review.decided();
        return decided == null ? review : new Review(reviewed(decided, claim));
    }

    Claim claim(Claim claim) {
        Map<EvidenceId, Evidence> evidence = new LinkedHashMap<>();
        claim.evidence().forEach((id, held) -> {
            EvidenceWithdrawn withdrawal = held.withdrawal();
            evidence.put(
                    id,
                    new Evidence(
                            held.id(),
                            testimony(held.testimony()),
                            withdrawal == null ? null : withdrawal(withdrawal, claim),
                            review(held.review(), claim)));
        });
        ClaimRetracted retraction = claim.retraction();
        return new Claim(
                claim.id(),
                claim.revision(),
                claim.content(),
                evidence,
                review(claim.review(), claim),
                retraction == null ? null : retraction(retraction),
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
                testimony(held.testimony()),
                redaction.hiddenSince(asOf).contains(held.testimony().source()) ? UNDISCLOSED : held.reported(),
                withdrawal == null
                        ? null
                        : withdrawal(
                                withdrawal, redaction.isHidden(held.testimony().source())),
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
