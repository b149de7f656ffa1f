package org.claimsledger.projection.protection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.jspecify.annotations.Nullable;

/** What a caller may not see of one claim, because no editor has accepted it and somebody else filed it. */
public final class HiddenFilings {

    private final boolean claimIsHidden;
    private final Set<EvidenceId> evidence;
    private final Predicate<ClaimId> otherHiddenClaims;

    private HiddenFilings(boolean claimIsHidden, Set<EvidenceId> evidence, Predicate<ClaimId> otherHiddenClaims) {
        this.claimIsHidden = claimIsHidden;
        this.evidence = evidence;
        this.otherHiddenClaims = otherHiddenClaims;
    }

    /**
     * @param state with everything that was recorded by {@code asOf}, unredacted; what it has from later positions is the
     *     caller's own
     * @param otherHiddenClaims whether another claim, which is related to this one, is hidden
     */
    public static HiddenFilings on(
            ClaimState state, long asOf, Redaction redaction, Predicate<ClaimId> otherHiddenClaims) {
        return new HiddenFilings(
                isClaimHidden(state, asOf, redaction),
                state.evidence().stream()
                        .filter(it -> !it.evidence().isAccepted() && isHidden(it.position(), asOf, redaction))
                        .map(EvidenceState::id)
                        .collect(Collectors.toUnmodifiableSet()),
                otherHiddenClaims);
    }

    /** Whether the claim itself is hidden. */
    public static boolean isClaimHidden(ClaimState state, long asOf, Redaction redaction) {
        return !state.claim().isAccepted() && isHidden(state.position(), asOf, redaction);
    }

    private static boolean isHidden(long position, long asOf, Redaction redaction) {
        return position <= asOf && redaction.hidesProposal(position);
    }

    /** Whether the caller may not see the claim at all. */
    public boolean hidesClaim() {
        return claimIsHidden;
    }

    /** An event of the claim as the caller may see it; absent where it tells of nothing but what is hidden. */
    public @Nullable ClaimEvent visible(ClaimEvent event) {
        if (claimIsHidden || event.claims().stream().anyMatch(otherHiddenClaims)) {
            return null;
        }
        return switch (event) {
            case EvidenceFiled it -> evidence.contains(it.evidence()) ? null : event;
            case EvidenceWithdrawn it -> evidence.contains(it.evidence()) ? null : event;
            case ClaimReviewed it -> visible(it);
            case ClaimEvent.ClaimRevised it -> event;
            case ClaimEvent.ClaimRetracted it -> event;
            case ClaimEvent.ClaimReinstated it -> event;
            case ClaimEvent.ClaimRanked it -> event;
            case ClaimEvent.ClaimAssessed it -> event;
            case ClaimsRelated it -> event;
            case ClaimEvent.RelationWithdrawn it -> event;
        };
    }

    private @Nullable ClaimReviewed visible(ClaimReviewed reviewed) {
        List<EvidenceId> shown = reviewed.evidence().stream()
                .filter(it -> !evidence.contains(it))
                .toList();
        if (shown.size() == reviewed.evidence().size()) {
            return reviewed;
        }
        return shown.isEmpty()
                ? null
                : new ClaimReviewed(reviewed.claim(), reviewed.decision(), shown, reviewed.reason());
    }

    /** The claim without what is hidden. */
    public Claim visible(Claim claim) {
        Map<EvidenceId, Evidence> shown = new LinkedHashMap<>(claim.evidence());
        shown.keySet().removeAll(evidence);
        return claim.withEvidence(shown).withRelations(visible(claim.relations()));
    }

    /** The state without what is hidden. */
    public ClaimState visible(ClaimState state) {
        return state.showing(
                state.evidence().stream()
                        .filter(it -> !evidence.contains(it.id()))
                        .toList(),
                visible(state.claim().relations()));
    }

    private List<ClaimsRelated> visible(List<ClaimsRelated> relations) {
        return relations.stream()
                .filter(it -> it.claims().stream().noneMatch(otherHiddenClaims))
                .toList();
    }
}
