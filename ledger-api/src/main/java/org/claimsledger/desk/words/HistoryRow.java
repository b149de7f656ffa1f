package org.claimsledger.desk.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an audit trail.
 *
 * @param href the page as of this event
 * @param what was done, in words
 * @param reason in the actor's own words
 * @param reasons out of the list of reasons
 * @param basis the source that it rests on
 */
public record HistoryRow(
        long position,
        String href,
        String when,
        String what,
        String actor,
        @Nullable String reason,
        @Nullable String reasons,
        @Nullable LinkedText basis,
        List<ChangeRow> changes) {}
