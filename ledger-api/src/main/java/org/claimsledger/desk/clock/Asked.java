package org.claimsledger.desk.clock;

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
public record Asked(Map<Clock, String> texts) {

    /** All three at now. */
    public static final Asked NOW = new Asked(Map.of());

    public Asked {
        Map<Clock, String> inOrder = new EnumMap<>(Clock.class);
        inOrder.putAll(texts);
        texts = Collections.unmodifiableMap(inOrder);
    }

    public @Nullable String text(Clock clock) {
        return texts.get(clock);
    }

    public boolean isNow() {
        return texts.isEmpty();
    }

    /** The same with one clock at another date, or at now where none is given. */
    public Asked with(Clock clock, @Nullable String text) {
        Map<Clock, String> others = new EnumMap<>(Clock.class);
        others.putAll(texts);
        if (text == null) {
            others.remove(clock);
        } else {
            others.put(clock, text);
        }
        return new Asked(others);
    }

    /** As parameters of an address; empty where all are at now. */
    public Map<String, String> parameters() {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().parameter(), Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }
}
