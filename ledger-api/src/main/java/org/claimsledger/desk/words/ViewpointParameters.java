package org.claimsledger.desk.words;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks of the clocks, as it was typed.
 *
 * @param texts of those clocks that are not at now
 */
public record ViewpointParameters(Map<ViewpointDate, String> textByDate) {

    /** All three at now. */
    public static final ViewpointParameters NOW = new ViewpointParameters(Map.of());

    public ViewpointParameters {
        Map<ViewpointDate, String> inOrder = new EnumMap<>(ViewpointDate.class);
        inOrder.putAll(textByDate);
        textByDate = Collections.unmodifiableMap(inOrder);
    }

    public @Nullable String text(ViewpointDate viewpointDate) {
        return textByDate.get(viewpointDate);
    }

    public boolean isNow() {
        return textByDate.isEmpty();
    }

    /** The same with one clock at another date, or at now where none is given. */
    public ViewpointParameters with(ViewpointDate viewpointDate, @Nullable String text) {
        Map<ViewpointDate, String> others = new EnumMap<>(ViewpointDate.class);
        others.putAll(textByDate);
        if (text == null) {
            others.remove(viewpointDate);
        } else {
            others.put(viewpointDate, text);
        }
        return new ViewpointParameters(others);
    }

    /** As parameters of an address; empty where all are at now. */
    public Map<String, String> parameters() {
        return textByDate.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().parameter(), Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }
}
