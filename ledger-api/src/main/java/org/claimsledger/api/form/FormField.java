package org.claimsledger.api.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name its place in the body: names of JSON fields with slashes between, as in {@code evidence/quote/exact}
 * @param options what can be chosen; empty for a field that is written into
 * @param help a sentence on what the field is for
 * @param required whether the form asks for it
 */
public record FormField(
        String name,
        String label,
        InputType input,
        List<FieldOption> options,
        @Nullable String help,
        boolean required) {

    public static FormField of(String name, String label, InputType inputType) {
        return new FormField(name, label, inputType, List.of(), null, false);
    }

    /** One of these options. */
    public static FormField choice(String name, String label, List<FieldOption> options) {
        return new FormField(name, label, InputType.CHOICE, options, null, false);
    }

    /** One of the constants of an enumeration. */
    public static FormField choice(String name, String label, Class<? extends Enum<?>> type) {
        return choice(name, label, FieldOption.of(type));
    }

    /** Any number of the constants of an enumeration. */
    public static FormField choices(String name, String label, Class<? extends Enum<?>> type) {
        return new FormField(name, label, InputType.CHOICES, FieldOption.of(type), null, false);
    }

    public FormField asRequired() {
        return new FormField(name, label, input, options, help, true);
    }

    public FormField withHelp(String sentence) {
        return new FormField(name, label, input, options, sentence, required);
    }

    /** A copy that lies inside an object of the body. */
    public FormField below(String parent) {
        return new FormField(parent + "/" + name, label, input, options, help, required);
    }

    /** The id of its HTML element, in which a slash cannot stand. */
    public String id() {
        return name.replace('/', '-');
    }

    /** The JSON pointer by which refusals name it. */
    public String pointer() {
        return "/" + name;
    }

    /** Whether a refusal at that pointer is about this field or a part of it. */
    public boolean covers(String refusedPointer) {
        return refusedPointer.equals(pointer()) || refusedPointer.startsWith(pointer() + "/");
    }

    /** Whether it is a part of the object that a refusal points at, as where the whole object is missing. */
    public boolean isBelow(String refusedPointer) {
        return !refusedPointer.isEmpty() && pointer().startsWith(refusedPointer + "/");
    }

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
}
