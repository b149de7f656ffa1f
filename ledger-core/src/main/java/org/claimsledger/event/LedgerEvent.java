package org.claimsledger.event;

import java.util.List;
import java.util.Set;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Something that was recorded. Its name, version and JSON are contracts: stored events outlive code. */
public sealed interface LedgerEvent permits SourceEvent, SubjectEvent, PredicateEvent, ClaimEvent, PolicyEvent {

    /** The tags of everything that it changes or touches; a function of the payload alone. */
    Set<EventTag> tags();

    /** The sources that it names beside the one whose event it is. */
    Set<SourceId> citedSources();

    /** Why it happened, as far as it says. */
    EventReason because();

    /** The event without what identifies hidden sources; equal to this one where nothing in it does. */
    LedgerEvent redacted(HiddenEvidence hidden);

    /**
     * Why an event happened.
     *
     * @param text in the actor's own words: a reason, note or rationale
     * @param codes in the codes of the vocabulary of reasons
     * @param basis the source that the decision rests on
     */
    record EventReason(
            @Nullable String text,
            List<ReasonCode> codes,
            @Nullable SourceId basis) {

        /** No reason is given. */
        static final EventReason NONE = of(null);

        static EventReason of(@Nullable String text) {
            return new EventReason(text, List.of(), null);
        }

        static EventReason of(@Nullable String text, List<ReasonCode> codes, @Nullable Basis basis) {
            return new EventReason(text, codes, basis == null ? null : basis.source());
        }
    }
}
