package org.claimsledger.api.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An option of a field.
 *
 * @param value its spelling in bodies
 * @param label the words that people read
 */
public record FieldOption(String value, String label) {

    /** The constants of an enumeration. */
    public static List<FieldOption> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .map(value -> new FieldOption(value, value.replace('_', ' ')))
                .toList();
    }
}
