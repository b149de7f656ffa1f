package org.claimsledger.claim;

import java.util.List;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.Decider;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.predicate.PredicateDecider.KnownPredicates;
import org.claimsledger.source.KnownSources;
import org.claimsledger.subject.KnownSubjects;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Decides commands about claims. Pure: {@link Lookups} answers all its look-ups. */
public final class ClaimDecider implements Decider<ClaimCommand, ClaimDecider.Lookups, Claim, ClaimEvent> {

    /** The look-ups of a decision. */
    public interface Lookups extends KnownPredicates, KnownSubjects, KnownSources {

        @Nullable
        Claim claim(ClaimId id);
    }

    @Override
    public Claim evolve(@Nullable Claim before, ClaimEvent event) {
        return Claim.evolve(before, event);
    }

    @Override
    public List<ClaimEvent> decide(ClaimCommand command, Lookups lookups) {
        return new ClaimDecision(lookups).on(command);
    }
}
