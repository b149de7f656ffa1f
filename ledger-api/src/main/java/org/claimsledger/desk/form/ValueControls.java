package org.claimsledger.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The controls of a value: its kind, and beside it those of each kind, of which the chosen one's count. */
public final class ValueControls {

    private static final List<String> BOUNDS =
            List.of("amount", "about", "atLeast", "atMost", "moreThan", "lessThan", "between");

    private ValueControls() {}

    /** The kinds, in words. */
    public static List<Option> kinds() {
        return List.of(
                new Option("text", "words"),
                new Option("term", "a term of the vocabulary"),
                new Option("subject", "somebody or something in the ledger"),
                new Option("quantity", "a number"),
                new Option("date", "a date"),
                new Option("flag", "yes or no"),
                new Option("claim", "another claim"),
                new Option("unknown", "unknown: there is one, and nobody knows which"),
                new Option("none", "none: there is none"));
    }

    /** How exactly a number is known, in words. */
    public static List<Option> bounds() {
        return List.of(
                new Option("amount", "exactly"),
                new Option("about", "about"),
                new Option("atLeast", "at least"),
                new Option("atMost", "at most"),
                new Option("moreThan", "more than"),
                new Option("lessThan", "less than"),
                new Option("between", "between"));
    }

    static @Nullable JsonNode read(Typed typed, String name) {
        String kind = typed.text(name + ".kind");
        JsonNode content =
                switch (kind) {
                    case "" -> null;
                    case "quantity" -> quantity(typed, name);
                    case "unknown", "none" -> Input.JSON.booleanNode(true);
                    case "flag" -> flag(typed.text(name + ".flag"));
                    case "subject" -> Input.SUBJECT.read(typed, name + ".subject");
                    case "claim" -> Input.CLAIM.read(typed, name + ".claim");
                    default -> Input.LINE.read(typed, name + "." + kind);
                };
        return content == null ? null : Input.JSON.objectNode().set(kind, content);
    }

    private static @Nullable JsonNode flag(String text) {
        return text.isEmpty() ? null : Input.JSON.booleanNode(text.equals("yes"));
    }

    private static @Nullable JsonNode quantity(Typed typed, String name) {
        String bound = typed.text(name + ".bound");
        JsonNode amount = Input.NUMBER.read(typed, name + ".amount");
        if (amount == null) {
            return null;
        }
        ObjectNode quantity = Input.JSON.objectNode();
        if (bound.equals("between")) {
            ArrayNode range = quantity.putArray(bound).add(amount);
            JsonNode upper = Input.NUMBER.read(typed, name + ".upper");
            if (upper != null) {
                range.add(upper);
            }
        } else {
            quantity.set(BOUNDS.contains(bound) ? bound : "amount", amount);
        }
        String unit = typed.text(name + ".unit");
        return unit.isEmpty() ? quantity : quantity.put("unit", unit);
    }

    /** What the controls show for a value that there is. */
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
