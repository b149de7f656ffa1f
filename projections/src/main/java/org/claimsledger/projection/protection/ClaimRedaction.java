package org.claimsledger.projection.protection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Testimony;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/**
 * Redacts claims where a source is hidden. Testimony from a protected source keeps only the fields that say how it
 * counts.
 */
final class ClaimRedaction {

    /**
     * Replaces a secret report date: that of a source which is hidden now and was not yet protected at the position.
     */
    private static final Instant UNDISCLOSED = Instant.MAX;

    private final Redaction redaction;
    private final HiddenOrigins hiddenOrigins;

    ClaimRedaction(Redaction redaction, HiddenOrigins hiddenOrigins) {
        this.redaction = redaction;
        this.hiddenOrigins = hiddenOrigins;
    }

    private EventRedaction redactionOf(Claim claim) {
        return new EventRedaction(redaction, id -> claim);
    }

    private @Nullable Review review(@Nullable Review review, Claim claim) {
        ClaimReviewed decided = review == null ? null : review.decided();
        return decided == null ? review : new Review(decided.redacted(redactionOf(claim)));
    }

    Claim claim(Claim claim) {
        Map<EvidenceId, Evidence> evidence = new LinkedHashMap<>();
        claim.evidence().forEach((id, recorded) -> evidence.put(id, evidence(recorded, claim)));
        return decisions(claim).withEvidence(evidence);
    }

    /** The claim with redacted decisions, and with its evidence as recorded. */
    private Claim decisions(Claim claim) {
        ClaimRetracted retraction = claim.retraction();
        ClaimAssessed assessed = claim.assessed();
        return new Claim(
                claim.id(),
                claim.revision(),
                claim.content(),
                claim.evidence(),
                review(claim.review(), claim),
                retraction == null ? null : retraction.redacted(redactionOf(claim)),
                claim.ranked(),
                assessed == null ? null : assessed.redacted(redactionOf(claim)),
                claim.relations());
    }

    private Evidence evidence(Evidence evidence, Claim claim) {
        EvidenceWithdrawn withdrawal = evidence.withdrawal();
        return new Evidence(
                evidence.id(),
                evidence.testimony().redacted(redaction),
                withdrawal == null ? null : withdrawal.redacted(redactionOf(claim)),
                review(evidence.review(), claim));
    }

    /** @param asOf the position at which the state was read */
    ClaimState state(ClaimState state, long asOf) {
        return new ClaimState(
                state.position(),
                decisions(state.claim()),
                state.contentPosition(),
                state.evidence().stream().map(it -> evidence(it, state, asOf)).toList(),
                redaction.hiddenSince(asOf).isEmpty() || !restsOnHidden(state, asOf) ? state.reported() : UNDISCLOSED,
                state.status(),
                state.weight(),
                state.reviewedAt(),
                state.ranked(),
                state.assessed());
    }

    private EvidenceState evidence(EvidenceState recorded, ClaimState state, long asOf) {
        SourceId source = recorded.testimony().source();
        SourceId hiddenOrigin = hiddenOrigins.origin(recorded.testimony(), state, asOf);
        return new EvidenceState(
                evidence(recorded.evidence(), state.claim()),
                recorded.filed(),
                recorded.position(),
                redaction.hiddenSince(asOf).contains(source) ? UNDISCLOSED : recorded.reported(),
                recorded.live(),
                recorded.value(),
                recorded.valuePosition(),
                recorded.speaksFor(),
                recorded.attestation()
                        .redacted(
                                hiddenOrigin == null
                                        ? null
                                        : Origin.named(
                                                redaction.shownId(hiddenOrigin).value())),
                recorded.reviewedAt());
    }

    /** Whether evidence rests on a hidden source, or a decision is based on one. */
    boolean restsOnHidden(ClaimState state, long asOf) {
        ClaimRetracted retraction = state.claim().retraction();
        ClaimAssessed assessed = state.claim().assessed();
        return assessed != null && redaction.isHidden(assessed.basis())
                || retraction != null && redaction.isHidden(retraction.basis())
                || state.evidence().stream().anyMatch(it -> restsOnHidden(it, state, asOf));
    }

    private boolean restsOnHidden(EvidenceState evidence, ClaimState state, long asOf) {
        EvidenceWithdrawn withdrawal = evidence.withdrawal();
        return hiddenOrigins.origin(evidence.testimony(), state, asOf) != null
                || hiddenOrigins.nearestHidden(evidence.testimony().source(), asOf) != null
                || withdrawal != null && redaction.isHidden(withdrawal.basis())
                || evidence.testimony().attribution().stream()
                        .anyMatch(it -> it instanceof Attestor.BySource by && redaction.isHidden(by.source()));
    }

    /**
     * Finds the hidden sources to which evidence from open sources leads. When in doubt, it assumes that there is one.
     */
    static final class HiddenOrigins {

        private final Redaction redaction;
        private final ProtectedSourceLookup protectedSources;

        HiddenOrigins(Redaction redaction, ProtectedSourceLookup protectedSourceLookup) {
            this.redaction = redaction;
            this.protectedSources = protectedSourceLookup;
        }

        /**
         * The hidden source that leads to the origin of the evidence; absent where there is none.
         *
         * @param state the claim, because a reprint inherits the attestor of its original on the same claim
         */
        @Nullable
        SourceId origin(Testimony testimony, ClaimState state, long asOf) {
            if (redaction.isHidden(testimony.source())) {
                return testimony.source();
            }
            return switch (testimony.attestor()) {
                case null -> inheritedOrigin(testimony.source(), state, asOf);
                case Attestor.BySource by -> nearestHidden(by.source(), asOf);
                case Attestor.ByName byName -> null;
                case Attestor.BySubject by -> null;
            };
        }

        private @Nullable SourceId inheritedOrigin(SourceId source, ClaimState state, long asOf) {
            List<SourceId> echoed = withEchoedSources(source, asOf).toList();
            for (SourceId each : echoed) {
                if (redaction.isHidden(each)) {
                    return each;
                }
            }
            for (EvidenceState other : state.evidence()) {
                if (other.testimony().attestor() instanceof Attestor.BySource by
                        && echoed.contains(other.testimony().source())) {
                    SourceId hidden = nearestHidden(by.source(), asOf);
                    if (hidden != null) {
                        return hidden;
                    }
                }
            }
            return null;
        }

        /** The nearest hidden source among a source and all that it echoes, directly or not. */
        @Nullable
        SourceId nearestHidden(SourceId source, long asOf) {
            return withEchoedSources(source, asOf)
                    .filter(redaction::isHidden)
                    .findFirst()
                    .orElse(null);
        }

        private Stream<SourceId> withEchoedSources(SourceId source, long asOf) {
            return Walk.from(source, each -> protectedSources.originalsOf(each, asOf));
        }
    }
}
