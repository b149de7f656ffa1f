package org.claimsledger.api.viewpoint;

import java.util.Optional;
import java.util.function.Function;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** Looks up the thing that a path names. A text that is no id names nothing, like an unknown id. */
public final class PathResource {

    private static final int MAX_SHOWN = 80;

    private PathResource() {}

    public static <I, T> T require(
            String text, RefusalCode unknown, Function<String, I> id, Function<I, Optional<T>> lookUp) {
        return read(text, id)
                .flatMap(lookUp)
                .orElseThrow(() ->
                        Refused.because(unknown, shortened(text) + " is not there, or not yet at this viewpoint"));
    }

    private static <I> Optional<I> read(String text, Function<String, I> id) {
        try {
            return Optional.of(id.apply(text));
        } catch (Refused notAnId) {
            return Optional.empty();
        }
    }

    /** Shortens the text, because an answer is not an echo. */
    private static String shortened(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
