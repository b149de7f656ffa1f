package org.claimsledger.desk.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an audit trail.
 *
 * @param href the page as it was read right after this
 * @param what what was done, in words
 * @param reason why, in the actor's own words
 * @param reasons why, in the words of the list of reasons
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
