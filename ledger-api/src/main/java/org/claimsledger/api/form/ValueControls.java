package org.claimsledger.api.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.event.EventJson;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The controls of a value: one for its kind, and others for each kind, of which only the chosen kind's are read. */
public final class ValueControls {

    private static final List<String> BOUNDS =
            List.of("amount", "about", "atLeast", "atMost", "moreThan", "lessThan", "between");

    private ValueControls() {}

    /** The kinds, in words. */
    public static List<FieldOption> kinds() {
        return List.of(
                new FieldOption("text", "words"),
                new FieldOption("term", "a term of the vocabulary"),
                new FieldOption("subject", "somebody or something in the ledger"),
                new FieldOption("quantity", "a number"),
                new FieldOption("date", "a date"),
                new FieldOption("flag", "yes or no"),
                new FieldOption("claim", "another claim"),
                new FieldOption("unknown", "unknown: there is one, and nobody knows which"),
                new FieldOption("none", "none: there is none"));
    }

    /** The bounds of a number, in words. */
    public static List<FieldOption> bounds() {
        return List.of(
                new FieldOption("amount", "exactly"),
                new FieldOption("about", "about"),
                new FieldOption("atLeast", "at least"),
                new FieldOption("atMost", "at most"),
                new FieldOption("moreThan", "more than"),
                new FieldOption("lessThan", "less than"),
                new FieldOption("between", "between"));
    }

    static @Nullable JsonNode read(FormInput formInput, String name) {
        String kind = formInput.text(name + ".kind");
        JsonNode content =
                switch (kind) {
                    case "" -> null;
                    case "quantity" -> quantity(formInput, name);
                    case "unknown", "none" -> InputType.JSON.booleanNode(true);
                    case "flag" -> flag(formInput.text(name + ".flag"));
                    case "subject" -> InputType.SUBJECT.read(formInput, name + ".subject");
                    case "claim" -> InputType.CLAIM.read(formInput, name + ".claim");
                    default -> InputType.LINE.read(formInput, name + "." + kind);
                };
        return content == null ? null : InputType.JSON.objectNode().set(kind, content);
    }

    private static @Nullable JsonNode flag(String text) {
        return text.isEmpty() ? null : InputType.JSON.booleanNode(text.equals("yes"));
    }

    private static @Nullable JsonNode quantity(FormInput formInput, String name) {
        String bound = formInput.text(name + ".bound");
        JsonNode amount = InputType.NUMBER.read(formInput, name + ".amount");
        if (amount == null) {
            return null;
        }
        ObjectNode quantity = InputType.JSON.objectNode();
        if (bound.equals("between")) {
            ArrayNode range = quantity.putArray(bound).add(amount);
            JsonNode upper = InputType.NUMBER.read(formInput, name + ".upper");
            if (upper != null) {
                range.add(upper);
            }
        } else {
            quantity.set(BOUNDS.contains(bound) ? bound : "amount", amount);
        }
        String unit = formInput.text(name + ".unit");
        return unit.isEmpty() ? quantity : quantity.put("unit", unit);
    }

    /** The texts of the controls that show a given value. */
    public static Map<String, String> of(String name, Value value) {
        Map<String, String> texts = new LinkedHashMap<>();
        String kind = value.kind().name().toLowerCase(Locale.ROOT);
        texts.put(name + ".kind", kind);
        JsonNode content = EventJson.MAPPER
                .readTree(EventJson.MAPPER.writeValueAsBytes(value))
                .path(kind);
        switch (value.kind()) {
            case QUANTITY ->
                content.propertyStream().forEach(it -> {
                    if (it.getKey().equals("unit")) {
                        texts.put(name + ".unit", it.getValue().asString());
                    } else {
                        texts.put(name + ".bound", it.getKey());
                        boolean isRange = it.getValue().isArray();
                        texts.put(
                                name + ".amount", plain(isRange ? it.getValue().get(0) : it.getValue()));
                        if (isRange) {
                            texts.put(name + ".upper", plain(it.getValue().get(1)));
                        }
                    }
                });
            case FLAG -> texts.put(name + ".flag", content.booleanValue() ? "yes" : "no");
            case UNKNOWN, NONE -> {}
            default -> texts.put(name + "." + kind, content.asString());
        }
        return texts;
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().toPlainString();
    }
}
