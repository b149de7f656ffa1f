package org.claimsledger.api.viewpoint;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a viewpoint as an address has them, not read yet.
 *
 * @param textByDate the texts of those dates that are given; the others are now
 */
public record ViewpointParameters(Map<ViewpointDate, String> textByDate) {

    /** All three dates are now. */
    public static final ViewpointParameters NOW = new ViewpointParameters(Map.of());

    public ViewpointParameters {
        Map<ViewpointDate, String> inOrder = new EnumMap<>(ViewpointDate.class);
        inOrder.putAll(textByDate);
        textByDate = Collections.unmodifiableMap(inOrder);
    }

    /** The dates among these parameters of an address. */
    public static ViewpointParameters of(Map<String, String> parameters) {
        Map<ViewpointDate, String> texts = new EnumMap<>(ViewpointDate.class);
        for (ViewpointDate date : ViewpointDate.values()) {
            String text = parameters.get(date.parameter());
            if (text != null) {
                texts.put(date, text);
            }
        }
        return new ViewpointParameters(texts);
    }

    public @Nullable String text(ViewpointDate date) {
        return textByDate.get(date);
    }

    public boolean isNow() {
        return textByDate.isEmpty();
    }

    /** These with one date changed; to now where no text is given. */
    public ViewpointParameters with(ViewpointDate date, @Nullable String text) {
        Map<ViewpointDate, String> changed = new EnumMap<>(ViewpointDate.class);
        changed.putAll(textByDate);
        if (text == null) {
            changed.remove(date);
        } else {
            changed.put(date, text);
        }
        return new ViewpointParameters(changed);
    }

    /** As parameters of an address; empty where all dates are now. */
    public Map<String, String> parameters() {
        return textByDate.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().parameter(), Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }
}
