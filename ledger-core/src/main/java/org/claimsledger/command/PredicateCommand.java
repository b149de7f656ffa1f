package org.claimsledger.command;

import org.claimsledger.event.Predicate;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** A command about the vocabulary. */
public sealed interface PredicateCommand extends LedgerCommand {

    PredicateKey key();

    @Override
    default String target() {
        return key().value();
    }

    /** Adds a predicate. */
    record DefinePredicate(Predicate predicate) implements PredicateCommand {

        @Override
        public PredicateKey key() {
            return predicate.key();
        }
    }

    /** Takes back the latest definition of a predicate, because it was recorded by mistake. */
    record WithdrawDefinition(PredicateKey key, @Nullable String reason) implements PredicateCommand {}
}
