package org.claimsledger.predicate;

import java.util.List;
import org.claimsledger.command.Decider;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.command.PredicateCommand.WithdrawDefinition;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** Decides commands about the vocabulary. Pure. */
public final class PredicateDecider
        implements Decider<PredicateCommand, PredicateDecider.Lookups, PredicateDefinitions, PredicateEvent> {

    @Override
    public PredicateDefinitions evolve(@Nullable PredicateDefinitions before, PredicateEvent event) {
        return PredicateDefinitions.evolve(before, event);
    }

    @Override
    public List<PredicateEvent> decide(PredicateCommand command, Lookups lookups) {
        return switch (command) {
            case DefinePredicate define -> define(define, lookups);
            case WithdrawDefinition withdraw -> withdraw(withdraw, lookups);
        };
    }

    private static List<PredicateEvent> define(DefinePredicate command, Lookups lookups) {
        if (lookups.predicate(command.key()) != null) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/key", "There is a predicate " + command.key() + " already");
        }
        return List.of(new PredicateDefined(command.predicate()));
    }

    private static List<PredicateEvent> withdraw(WithdrawDefinition command, Lookups lookups) {
        int standing = lookups.definitions(command.key()).definitions().size();
        if (standing == 0) {
            throw Refused.because(RefusalCode.PREDICATE_UNKNOWN, "There is no predicate " + command.key());
        }
        if (standing == 1 && lookups.isUsed(command.key())) {
            throw Refused.because(
                    RefusalCode.PREDICATE_IN_USE, "Claims use " + command.key() + ", which has no other definition");
        }
        return List.of(new DefinitionWithdrawn(command.key(), command.reason()));
    }

    /** The look-ups about predicates. */
    public interface KnownPredicates {

        /** The predicate as it is defined now. */
        @Nullable
        Predicate predicate(PredicateKey key);
    }

    /** The look-ups of a decision about the vocabulary. */
    public interface Lookups extends KnownPredicates {

        PredicateDefinitions definitions(PredicateKey key);

        /** Whether any claim has it, whatever became of that claim. */
        boolean isUsed(PredicateKey key);
    }
}
