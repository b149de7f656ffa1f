package org.claimsledger.bestknown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.BestKnownPolicy.Effect;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.bestknown.CompetingClaim.Denial;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** Adds to claims what other claims say of them: that they annul them, or that they are not so. Only what can answer its own question counts. */
public final class ClaimsOnClaims {

    /** Looks up claims at one viewpoint. */
    public interface ClaimLookup {

        /** Absent where it is not present there, or the desk has not made it its own. */
        @Nullable
        CompetingClaim claim(ClaimId id);

        /** All claims that answer the question of a claim, itself among them. */
        List<CompetingClaim> competitorsOf(CompetingClaim claim);

        /** The claims whose value is this claim. */
        List<CompetingClaim> withValue(ClaimId claim);

        Predicate predicate(PredicateKey key);

        BestKnownPolicy policy(PredicateKey key);

        /** The name of a claim's subject. */
        String subjectOf(CompetingClaim claim);
    }

    private final ClaimLookup lookup;

    public ClaimsOnClaims(ClaimLookup lookup) {
        this.lookup = lookup;
    }

    /** The claim with what others say of it. */
    public CompetingClaim on(CompetingClaim claim) {
        return claim.with(annulments(claim, Set.of()), denials(claim));
    }

    /** @param asked the claims whose annulments are being looked for: what depends on itself does not count */
    private List<Annulment> annulments(CompetingClaim claim, Set<ClaimId> asked) {
        Set<ClaimId> further = new HashSet<>(asked);
        further.add(claim.claim());
        List<Annulment> annulments = new ArrayList<>();
        for (ClaimsRelated it : claim.relations()) {
            if (it.relation() == ClaimRelation.ANNULS
                    && it.other().equals(claim.claim())
                    && !further.contains(it.claim())) {
                CompetingClaim by = lookup.claim(it.claim());
                Effect effect = by == null ? null : effectOf(by, further);
                if (effect != null) {
                    annulments.add(new Annulment(it.claim(), effect.from()));
                }
            }
        }
        return annulments;
    }

    /** What is denied can still answer, and so annul who denies it. */
    private List<Denial> denials(CompetingClaim claim) {
        List<Denial> denials = new ArrayList<>();
        for (CompetingClaim it : lookup.withValue(claim.claim())) {
            if (lookup.predicate(it.content().predicate()).denies() && effectOf(it, Set.of()) != null) {
                denials.add(new Denial(it.claim(), lookup.subjectOf(it), date(it)));
            }
        }
        return denials;
    }

    /** Only its own annulments matter: what it annuls or denies is not asked for what competes with it. */
    private @Nullable Effect effectOf(CompetingClaim claim, Set<ClaimId> asked) {
        List<CompetingClaim> competitors = lookup.competitorsOf(claim).stream()
                .map(it -> it.claim().equals(claim.claim()) ? it.with(annulments(it, asked), List.of()) : it)
                .toList();
        return lookup.policy(claim.content().predicate()).effectOf(claim.claim(), competitors);
    }

    /** When it was said; absent where that could tell a protected source, or nothing dates it. */
    private static @Nullable DateSpan date(CompetingClaim denial) {
        if (denial.valid() != null) {
            return DateSpan.of(denial.valid());
        }
        if (denial.statements().stream().anyMatch(it -> it.attestation().isProtected())) {
            return null;
        }
        return denial.statements().isEmpty()
                ? null
                : DateSpan.earliest(denial.statements().stream().map(Statement::date));
    }
}
