package org.claimsledger.command;

import org.claimsledger.event.Predicate;

/** A command about the vocabulary. */
public sealed interface PredicateCommand extends LedgerCommand {

    Predicate predicate();

    /** Adds a predicate. */
    record DefinePredicate(Predicate predicate) implements PredicateCommand {
        @Override
        public String target() {
            return predicate.key().value();
        }
    }
}
