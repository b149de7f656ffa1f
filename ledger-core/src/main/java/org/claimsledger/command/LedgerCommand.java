package org.claimsledger.command;

/** Something that somebody asks the ledger to record; an imperative, decided by its area's {@code decide}. */
public sealed interface LedgerCommand permits SourceCommand, SubjectCommand, PredicateCommand, ClaimCommand {

    /** The id of what it is about: in the URL's path, or the thing that it makes. */
    String target();
}
