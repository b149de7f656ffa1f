package org.claimsledger.desk.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link that narrows a list down. */
public record FilterLink(String label, String href, boolean chosen) {

    /** @param text of the parameter; absent for the link to the whole list */
    public static FilterLink of(String label, @Nullable String text, String parameter, PageRequest pageRequest) {
        Map<String, String> parameters = new LinkedHashMap<>(pageRequest.parameters());
        parameters.remove(PageRequest.AFTER);
        if (text == null) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, text);
        }
        return new FilterLink(
                label,
                pageRequest.links().to(pageRequest.path(), parameters),
                Objects.equals(text, pageRequest.parameter(parameter)));
    }
}
