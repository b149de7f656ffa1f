package org.claimsledger.predicate;

import java.util.List;
import org.claimsledger.command.Decider;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** Decides commands about the vocabulary. Pure. */
public final class PredicateDecider
        implements Decider<PredicateCommand, PredicateDecider.KnownPredicates, Predicate, PredicateEvent> {

    @Override
    public Predicate evolve(@Nullable Predicate before, PredicateEvent event) {
        return event.predicate();
    }

    @Override
    public List<PredicateEvent> decide(PredicateCommand command, KnownPredicates lookups) {
        return switch (command) {
            case DefinePredicate define -> {
                Predicate predicate = define.predicate();
                if (lookups.predicate(predicate.key()) != null) {
                    throw Refused.because(
                            RefusalCode.ID_TAKEN, "/key", "There is a predicate " + predicate.key() + " already");
                }
                yield List.of(new PredicateDefined(predicate));
            }
        };
    }

    /** The look-ups about predicates. */
    public interface KnownPredicates {

        @Nullable
        Predicate predicate(PredicateKey key);
    }
}
