package org.claimsledger.projection.sight;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Testimony;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Claims as a veil that hides something leaves them: of what a protected source says there is left how it counts. */
final class VeiledClaims {

    /** When something was reported, of which it may not be told: while a source was not protected, its dates counted. */
    private static final Instant UNTOLD = Instant.MAX;

    private final Veil veil;
    private final Behind behind;

    VeiledClaims(Veil veil, Behind behind) {
        this.veil = veil;
        this.behind = behind;
    }

    Testimony testimony(Testimony testimony) {
        boolean hidden = veil.isHidden(testimony.source());
        return new Testimony(
                veil.id(testimony.source()),
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
            case Attestor.BySource by -> new Attestor.BySource(veil.id(by.source()));
            case Attestor.Named named -> named;
            case Attestor.BySubject by -> by;
        };
    }

    /** @param claim which it is an event of, as it is recorded; absent where there is none */
    EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, @Nullable Claim claim) {
        Attached held = claim == null ? null : claim.evidence().get(withdrawal.evidence());
        return withdrawal(
                withdrawal, held == null || veil.isHidden(held.testimony().source()));
    }

    private EvidenceWithdrawn withdrawal(EvidenceWithdrawn withdrawal, boolean ofWhatIsHidden) {
        return new EvidenceWithdrawn(
                withdrawal.claim(),
                withdrawal.evidence(),
                veil.basis(withdrawal.basis()),
                withdrawal.reasons(),
                ofWhatIsHidden || veil.isHidden(withdrawal.basis()) ? null : withdrawal.note());
    }

    ClaimRetracted retraction(ClaimRetracted retraction) {
        return new ClaimRetracted(
                retraction.claim(),
                retraction.reasons(),
                veil.basis(retraction.basis()),
                veil.isHidden(retraction.basis()) ? null : retraction.note());
    }

    /** A reason that is given for evidence of a protected source may tell of it. */
    ClaimReviewed reviewed(ClaimReviewed reviewed, @Nullable Claim claim) {
        boolean told = claim != null
                && reviewed.evidence().stream()
                        .map(claim.evidence()::get)
                        .allMatch(held ->
                                held != null && !veil.isHidden(held.testimony().source()));
        return new ClaimReviewed(
                reviewed.claim(), reviewed.decision(), reviewed.evidence(), told ? reviewed.reason() : null);
    }

    private @Nullable Review review(@Nullable Review review, Claim claim) {
        ClaimReviewed decided = review == null ? null : review.decided();
        return decided == null ? review : new Review(reviewed(decided, claim));
    }

    Claim claim(Claim claim) {
        Map<EvidenceId, Attached> evidence = new LinkedHashMap<>();
        claim.evidence().forEach((id, held) -> {
            EvidenceWithdrawn withdrawal = held.withdrawal();
            evidence.put(
                    id,
                    new Attached(
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
                state.contentAt(),
                state.evidence().stream().map(it -> evidence(it, state, asOf)).toList(),
                veil.hiddenAfter(asOf).isEmpty() || !touches(state, asOf) ? state.reported() : UNTOLD,
                state.status(),
                state.weight(),
                state.reviewedAt(),
                state.rankedAt(),
                state.assessedAt());
    }

    private EvidenceState evidence(EvidenceState held, ClaimState state, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        SourceId hidden = behind.origin(held.testimony(), state, asOf);
        return new EvidenceState(
                held.id(),
                held.position(),
                testimony(held.testimony()),
                veil.hiddenAfter(asOf).contains(held.testimony().source()) ? UNTOLD : held.reported(),
                withdrawal == null
                        ? null
                        : withdrawal(withdrawal, veil.isHidden(held.testimony().source())),
                held.live(),
                held.value(),
                held.valueAt(),
                held.speaksFor(),
                hidden == null ? held.origin() : Origin.named(veil.id(hidden).value()),
                review(held.review(), state.claim()),
                held.reviewedAt());
    }

    /** Whether any evidence rests on what is hidden, or anything was decided on it. */
    boolean touches(ClaimState state, long asOf) {
        ClaimRetracted retraction = state.claim().retraction();
        return retraction != null && veil.isHidden(retraction.basis())
                || state.evidence().stream().anyMatch(it -> touches(it, state, asOf));
    }

    private boolean touches(EvidenceState held, ClaimState state, long asOf) {
        EvidenceWithdrawn withdrawal = held.withdrawal();
        return behind.origin(held.testimony(), state, asOf) != null
                || behind.first(held.testimony().source(), asOf) != null
                || withdrawal != null && veil.isHidden(withdrawal.basis())
                || held.testimony().attribution().stream()
                        .anyMatch(it -> it instanceof Attestor.BySource by && veil.isHidden(by.source()));
    }
}
