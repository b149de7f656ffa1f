package org.claimsledger.projection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in which words were found.
 *
 * @param field what the text is, as in {@code statement} or {@code title}
 * @param of whose it is, where there can be several: a piece of evidence, or the subject that goes by the name
 * @param highlights the words that were found, in order
 */
public record FieldMatch(String field, @Nullable String owner, String text, List<Highlight> highlights) {

    /**
     * A part of the text, in UTF-16 code units.
     *
     * @param from where it begins
     * @param to where it has ended
     */
    public record Highlight(int from, int to) {}

    public FieldMatch {
        highlights = List.copyOf(highlights);
    }
}
