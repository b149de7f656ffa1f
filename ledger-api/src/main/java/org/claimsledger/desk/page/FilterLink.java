package org.claimsledger.desk.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A link that narrows a list down.
 *
 * @param symbol the mark of what it narrows the list down to; absent where that has none
 */
public record FilterLink(String label, @Nullable String symbol, String href, boolean chosen) {

    /** The link to all that have a status. */
    public static FilterLink of(StatusMark statusMark, Enum<?> status, String parameter, PageRequest pageRequest) {
        FilterLink plain = of(statusMark.word(), status.name().toLowerCase(Locale.ROOT), parameter, pageRequest);
        return new FilterLink(plain.label(), statusMark.symbol(), plain.href(), plain.chosen());
    }

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
                null,
                pageRequest.links().to(pageRequest.path(), parameters),
                Objects.equals(text, pageRequest.parameter(parameter)));
    }
}
