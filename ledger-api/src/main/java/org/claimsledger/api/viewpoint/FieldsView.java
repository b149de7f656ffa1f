package org.claimsledger.api.viewpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.claimsledger.projection.search.FieldMatch;
import org.jspecify.annotations.Nullable;

/** The texts in which a search found its words. */
public record FieldsView(List<FieldView> fields) {

    /**
     * One text.
     *
     * @param field what it is, as in {@code statement} or {@code title}
     * @param of whose it is, where there can be several: a piece of evidence, or the subject that goes by the name
     */
    public record FieldView(
            String field,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String of,

            String text,
            List<FieldMatch.Highlight> highlights) {}

    public static FieldsView of(List<FieldMatch> fields) {
        return new FieldsView(fields.stream()
                .map(it -> new FieldView(it.field(), it.of(), it.text(), it.highlights()))
                .toList());
    }
}
