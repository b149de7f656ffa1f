package org.claimsledger.desk.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimsledger.desk.words.Phrases;

/**
 * One of a list to choose from.
 *
 * @param value as bodies have it
 * @param label as people read it
 */
public record FieldOption(String value, String label) {

    /** The constants of an enumeration. */
    public static List<FieldOption> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> new FieldOption(it.name().toLowerCase(Locale.ROOT), Phrases.of(it)))
                .toList();
    }
}
