package org.claimsledger.desk.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.ValueControls;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form with its input and its problems.
 *
 * @param problems sentences, by the names of the fields that they are about
 * @param general problems that are about no field in particular
 */
public record Form(List<FormField> fields, FormInput input, Map<String, List<String>> problems, List<String> general) {

    public Form(List<FormField> fields, FormInput input) {
        this(fields, input, Map.of(), List.of());
    }

    /** A copy with these refusals at its fields. */
    public Form refused(List<Refusal> refusals) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        for (Refusal refusal : refusals) {
            String sentence = refusal.detail() + ".";
            FormField formField = fields.stream()
                    .filter(it -> it.covers(refusal.pointer()))
                    .max(Comparator.comparing(it -> it.name().length()))
                    .or(() -> fields.stream()
                            .filter(it -> it.required() && it.isBelow(refusal.pointer()))
                            .findFirst())
                    .orElse(null);
            if (formField == null) {
                general.add(sentence);
            } else {
                problems.computeIfAbsent(formField.name(), none -> new ArrayList<>())
                        .add(sentence);
            }
        }
        return new Form(fields, input, problems, general);
    }

    /** The body that a program would send. */
    public ObjectNode body() {
        return bodySince(FormInput.EMPTY);
    }

    /** The body that a program would send to change what the form first showed: only fields that differ or were emptied. */
    public ObjectNode bodySince(FormInput first) {
        ObjectNode body = InputType.JSON.objectNode();
        for (FormField formField : fields) {
            JsonNode before = formField.input().read(first, formField.name());
            JsonNode now = formField.input().read(input, formField.name());
            if (!Objects.equals(before, now)) {
                put(body, formField.name(), now == null ? InputType.JSON.nullNode() : now);
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String name, JsonNode content) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            body.set(name, content);
        } else {
            put(body.withObject("/" + name.substring(0, slash)), name.substring(slash + 1), content);
        }
    }

    /** A copy after somebody else's change: fields that were left as first shown take their present content. */
    public Form rebased(FormInput first, FormInput now) {
        FormInput merged = input;
        for (FormField formField : fields) {
            if (Objects.equals(
                    formField.input().read(first, formField.name()),
                    formField.input().read(input, formField.name()))) {
                merged = merged.withFieldFrom(formField.name(), now);
            }
        }
        return new Form(fields, merged);
    }

    /** A refusal for each required field that is empty. */
    public List<Refusal> missing() {
        return fields.stream()
                .filter(it -> it.required() && it.input().read(input, it.name()) == null)
                .map(it -> new Refusal(RefusalCode.FIELD_MISSING, it.pointer(), "This is needed"))
                .toList();
    }

    public String text(String name) {
        return input.text(name);
    }

    public boolean chosen(String name, String option) {
        return input.all(name).contains(option);
    }

    /** The problems of a field; absent where there are none. */
    public @Nullable String problem(FormField formField) {
        List<String> sentences = problems.get(formField.name());
        return sentences == null ? null : String.join(" ", sentences);
    }

    public boolean isRefused() {
        return !problems.isEmpty() || !general.isEmpty();
    }

    /** The fields that have a problem. */
    public List<FormField> invalidFields() {
        return fields.stream().filter(it -> problems.containsKey(it.name())).toList();
    }

    public FormField field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /** The text that was searched for in a field whose id can be. */
    public String lookupText(FormField formField) {
        return input.text(formField.name() + InputType.LOOKUP_SUFFIX);
    }

    public List<FieldOption> kinds() {
        return ValueControls.kinds();
    }

    public List<FieldOption> bounds() {
        return ValueControls.bounds();
    }

    /** One control of a field that has several, such as the amount of a value. */
    public FormField part(FormField formField, String part) {
        InputType inputType =
                switch (part) {
                    case "subject" -> InputType.SUBJECT;
                    case "claim" -> InputType.CLAIM;
                    default -> InputType.LINE;
                };
        return FormField.of(formField.name() + "." + part, formField.label(), inputType);
    }

    /** The input of a field and its parts, for display. */
    public String shown(FormField formField) {
        return input.texts().keySet().stream()
                .filter(it -> it.equals(formField.name()) || it.startsWith(formField.name() + "."))
                .sorted()
                .flatMap(it -> input.all(it).stream())
                .collect(Collectors.joining(", "));
    }
}
