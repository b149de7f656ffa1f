package org.claimsledger.command;

/** A request to record something: an imperative, decided by its area's {@code decide}. */
public sealed interface LedgerCommand
        permits SourceCommand, SubjectCommand, PredicateCommand, ClaimCommand, PolicyCommand {

    /** The id of what it is about: in the URL's path, or the thing that it makes. */
    String target();
}
