package org.claimsledger.projection.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimsOnClaims.ClaimLookup;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.event.Predicate;
import org.claimsledger.projection.claims.AnswerCandidates;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** The claims of the tables at one viewpoint, for what other claims say of those that are read. For one thread. */
final class ClaimsAtViewpoint implements ClaimLookup {

    private final AnswerCandidates answerCandidates;
    private final RegistryAtViewpoint registry;
    private final Viewpoint viewpoint;
    private final Map<ClaimId, List<ClaimKey>> withValue = new HashMap<>();
    private final Set<ClaimId> lookedUp = new HashSet<>();

    ClaimsAtViewpoint(AnswerCandidates answerCandidates, RegistryAtViewpoint registry, Viewpoint viewpoint) {
        this.answerCandidates = answerCandidates;
        this.registry = registry;
        this.viewpoint = viewpoint;
    }

    /** Looks up in one go which claims are the value of others. */
    void prepare(Collection<ClaimId> claims) {
        List<ClaimId> missing = claims.stream().filter(lookedUp::add).toList();
        if (!missing.isEmpty()) {
            withValue.putAll(answerCandidates.claimsWithValue(missing, viewpoint.position()));
        }
    }

    @Override
    public @Nullable CompetingClaim claim(ClaimId id) {
        return answerCandidates
                .key(id, viewpoint.position())
                .flatMap(key -> present(List.of(key)).stream().findFirst())
                .orElse(null);
    }

    @Override
    public List<CompetingClaim> competitorsOf(CompetingClaim claim) {
        PredicateKey predicate = claim.content().predicate();
        List<CompetingClaim> about = present(answerCandidates.otherClaimKeys(
                registry.sameAs(claim.content().subject()), predicate, viewpoint.position(), 0, 0));
        return registry.questions(predicate).of(about).values().stream()
                .filter(competitors ->
                        competitors.stream().anyMatch(it -> it.claim().equals(claim.claim())))
                .findFirst()
                .orElse(List.of(claim));
    }

    @Override
    public List<CompetingClaim> withValue(ClaimId claim) {
        prepare(List.of(claim));
        List<ClaimKey> keys = withValue.getOrDefault(claim, List.of());
        return keys.isEmpty()
                ? List.of()
                : present(keys).stream().filter(it -> it.hasValue(claim)).toList();
    }

    private List<CompetingClaim> present(List<ClaimKey> keys) {
        return answerCandidates.present(new ArrayList<>(keys), BitemporalPoint.of(viewpoint));
    }

    @Override
    public Predicate predicate(PredicateKey key) {
        return registry.predicate(key);
    }

    @Override
    public BestKnownPolicy policy(PredicateKey key) {
        return registry.policy(key);
    }

    @Override
    public String subjectOf(CompetingClaim claim) {
        return registry.nameOf(registry.canonicalSubject(claim.content().subject()));
    }
}
