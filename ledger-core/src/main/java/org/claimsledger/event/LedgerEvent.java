package org.claimsledger.event;

import java.util.Set;

/** Something that was recorded. Its name, version and JSON are contracts: stored events outlive code. */
public sealed interface LedgerEvent permits SourceEvent, SubjectEvent, PredicateEvent, ClaimEvent {

    /** What it changes and what it touches; a function of the payload alone. */
    Set<EventTag> tags();
}
