package org.claimsledger.desk.source;

import org.jspecify.annotations.Nullable;

/**
 * A source as a line of a list.
 *
 * @param fallen whether its publisher took it back
 */
public record SourceListRow(
        String href,
        String title,
        String kind,
        @Nullable String publisher,
        @Nullable String published,
        boolean retracted) {}
