package org.claimsledger.desk.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name where the body has it: names of fields with a slash between, as in {@code evidence/quote/exact}
 * @param options what there is to choose from
 * @param help what the field is for, in a sentence
 * @param required whether the body needs it
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

    /** One of the constants of an enumeration. */
    public static FormField choice(String name, String label, Class<? extends Enum<?>> type) {
        return new FormField(name, label, InputType.CHOICE, FieldOption.of(type), null, false);
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

    /** As an id of an element, which has no slashes. */
    public String id() {
        return name.replace('/', '-');
    }

    /** Where the body has it, as refusals point at it. */
    String pointer() {
        return "/" + name;
    }

    /** Whether a refusal at that pointer is about this field or a part of it. */
    boolean covers(String pointed) {
        return pointed.equals(pointer()) || pointed.startsWith(pointer() + "/");
    }

    /** Whether it is a part of what a refusal points at, as of an object that is not there at all. */
    boolean isBelow(String pointed) {
        return !pointed.isEmpty() && pointer().startsWith(pointed + "/");
    }
}
