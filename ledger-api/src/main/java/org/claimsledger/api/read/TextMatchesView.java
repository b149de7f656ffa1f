package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.claimsledger.projection.search.Search.FieldMatch;
import org.jspecify.annotations.Nullable;

/** The texts in which a search found its words. */
public record TextMatchesView(List<TextMatchView> fields) {

    /**
     * A text.
     *
     * @param field the kind of text, as in {@code statement} or {@code title}
     * @param of its owner, where there can be several: a piece of evidence, or the subject that has the name
     */
    public record TextMatchView(
            String field,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String of,

            String text,
            List<FieldMatch.Highlight> highlights) {}

    public static TextMatchesView of(List<FieldMatch> fields) {
        return new TextMatchesView(fields.stream()
                .map(it -> new TextMatchView(it.field(), it.owner(), it.text(), it.highlights()))
                .toList());
    }
}
