package org.claimsledger.command;

import org.claimsledger.event.Predicate;

/** What can be asked of the ledger about its vocabulary. */
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
