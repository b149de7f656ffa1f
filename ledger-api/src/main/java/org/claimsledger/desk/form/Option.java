package org.claimsledger.desk.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimsledger.desk.words.Words;

/**
 * One of a list to choose from.
 *
 * @param value as bodies have it
 * @param label as people read it
 */
public record Option(String value, String label) {

    /** The constants of an enumeration. */
    public static List<Option> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> new Option(it.name().toLowerCase(Locale.ROOT), Words.of(it)))
                .toList();
    }
}
