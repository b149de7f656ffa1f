package org.claimsledger.event;

import java.util.List;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Why an event happened.
 *
 * @param text in the actor's own words: a reason, note or rationale
 * @param codes in the codes of the vocabulary of reasons
 * @param basis the source that the decision rests on
 */
public record EventReason(
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
