package org.claimsledger.event;

import java.util.Set;
import org.claimsledger.value.SourceId;

/** Something that was recorded. Its name, version and JSON are contracts: stored events outlive code. */
public sealed interface LedgerEvent permits SourceEvent, SubjectEvent, PredicateEvent, ClaimEvent {

    /** What it changes and what it touches; a function of the payload alone. */
    Set<EventTag> tags();

    /** The sources that it names beside the one whose event it is. */
    Set<SourceId> citedSources();

    /** Why it happened, as far as it says. */
    EventReason because();

    /** The event without what tells of hidden sources; equal to this one where it tells nothing of them. */
    LedgerEvent redacted(HiddenEvidence hidden);
}
