package org.claimsledger.desk.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as it stands: what was typed, and what is wrong with it.
 *
 * @param problems sentences, by the names of the fields that they are about
 * @param general what is wrong with no field in particular
 */
public record Form(List<Field> fields, Typed typed, Map<String, List<String>> problems, List<String> general) {

    public Form(List<Field> fields, Typed typed) {
        this(fields, typed, Map.of(), List.of());
    }

    /** The same form, with what was refused at its fields. */
    public Form refused(List<Refusal> refusals) {
        Map<String, List<String>> at = new LinkedHashMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (Refusal refusal : refusals) {
            String sentence = refusal.detail() + ".";
            Field field = fields.stream()
                    .filter(it -> it.holds(refusal.pointer()))
                    .max(Comparator.comparing(it -> it.name().length()))
                    .or(() -> fields.stream()
                            .filter(it -> it.required() && it.isBelow(refusal.pointer()))
                            .findFirst())
                    .orElse(null);
            if (field == null) {
                elsewhere.add(sentence);
            } else {
                at.computeIfAbsent(field.name(), none -> new ArrayList<>()).add(sentence);
            }
        }
        return new Form(fields, typed, at, elsewhere);
    }

    /** The body that a program would send. */
    public ObjectNode body() {
        return bodySince(Typed.NOTHING);
    }

    /** The body that a program would send to change what the form showed at first: only what is different, or emptied. */
    public ObjectNode bodySince(Typed first) {
        ObjectNode body = Input.JSON.objectNode();
        for (Field field : fields) {
            JsonNode was = field.input().read(first, field.name());
            JsonNode now = field.input().read(typed, field.name());
            if (!Objects.equals(was, now)) {
                put(body, field.name(), now == null ? Input.JSON.nullNode() : now);
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

    /** The same form where somebody else was faster: what was left as it was shows what is there now. */
    public Form onTopOf(Typed first, Typed now) {
        Typed merged = typed;
        for (Field field : fields) {
            if (Objects.equals(
                    field.input().read(first, field.name()), field.input().read(typed, field.name()))) {
                merged = merged.taking(field.name(), now);
            }
        }
        return new Form(fields, merged);
    }

    /** The fields that have to be filled in and are not. */
    public List<Refusal> missing() {
        return fields.stream()
                .filter(it -> it.required() && it.input().read(typed, it.name()) == null)
                .map(it -> new Refusal(RefusalCode.FIELD_MISSING, it.pointer(), "This is needed"))
                .toList();
    }

    public String text(String name) {
        return typed.text(name);
    }

    public boolean chosen(String name, String option) {
        return typed.all(name).contains(option);
    }

    /** What is wrong with a field; absent where nothing is. */
    public @Nullable String problem(Field field) {
        List<String> all = problems.get(field.name());
        return all == null ? null : String.join(" ", all);
    }

    public boolean isRefused() {
        return !problems.isEmpty() || !general.isEmpty();
    }

    /** The fields that something is wrong with. */
    public List<Field> wrong() {
        return fields.stream().filter(it -> problems.containsKey(it.name())).toList();
    }

    public Field field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /** What was searched for in a field whose entries are. */
    public String sought(Field field) {
        return typed.text(field.name() + Input.SOUGHT);
    }

    public List<Option> kinds() {
        return ValueControls.kinds();
    }

    public List<Option> bounds() {
        return ValueControls.bounds();
    }

    /** A control of a field that has several: a kind, an amount. */
    public Field part(Field field, String part) {
        Input input =
                switch (part) {
                    case "subject" -> Input.SUBJECT;
                    case "claim" -> Input.CLAIM;
                    default -> Input.LINE;
                };
        return Field.of(field.name() + "." + part, field.label(), input);
    }

    /** What was typed into a field and its parts, for a look at it. */
    public String shown(Field field) {
        return typed.texts().keySet().stream()
                .filter(it -> it.equals(field.name()) || it.startsWith(field.name() + "."))
                .sorted()
                .flatMap(it -> typed.all(it).stream())
                .collect(Collectors.joining(", "));
    }
}
