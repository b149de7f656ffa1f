package org.claimsledger.claim;

import java.util.List;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.Decider;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.predicate.PredicateDecider.KnownPredicates;
import org.claimsledger.source.KnownSources;
import org.claimsledger.subject.KnownSubjects;
import org.jspecify.annotations.Nullable;

/** What may be recorded about claims; pure, whatever it needs to know comes in with {@link Lookups}. */
public final class ClaimDecider implements Decider<ClaimCommand, ClaimDecider.Lookups, Claim, ClaimEvent> {

    /** What it needs to know. */
    public interface Lookups extends KnownClaims, KnownPredicates, KnownSubjects, KnownSources {}

    @Override
    public Claim evolve(@Nullable Claim before, ClaimEvent event) {
        return Claim.evolve(before, event);
    }

    @Override
    public List<ClaimEvent> decide(ClaimCommand command, Lookups lookups) {
        return new ClaimDecision(lookups).on(command);
    }
}
