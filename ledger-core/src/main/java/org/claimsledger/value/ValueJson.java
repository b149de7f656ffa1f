package org.claimsledger.value;

import org.claimsledger.time.Edtf;
import org.claimsledger.time.Edtf.InvalidEdtf;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** A value in JSON: an object of one field, which names the kind. Refusals point at the field that is wrong. */
public final class ValueJson {

    private static final String FORMS =
            "A value is an object of one field: quantity, term, subject, claim, text, date, flag, unknown or none";

    private ValueJson() {}

    public static Value read(JsonNode node) {
        if (!node.isObject()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, FORMS);
        }
        if (node.size() != 1) {
            throw Refused.because(node.isEmpty() ? RefusalCode.FIELD_MISSING : RefusalCode.UNKNOWN_FIELD, FORMS);
        }
        String kind = node.propertyNames().iterator().next();
        return Refused.at(Refusal.pointerTo(kind), () -> read(kind, node.get(kind)));
    }

    private static Value read(String kind, JsonNode content) {
        return switch (kind) {
            case "quantity" -> new Value.Measured(QuantityJson.read(object(content)));
            case "term" -> new Value.Term(string(content));
            case "subject" -> new Value.AnotherSubject(new SubjectId(string(content)));
            case "claim" -> new Value.AnotherClaim(new ClaimId(string(content)));
            case "text" -> new Value.Text(string(content));
            case "date" -> new Value.Date(date(string(content)));
            case "flag" -> new Value.Flag(bool(content));
            case "unknown" -> marker(content, new Value.Unknown());
            case "none" -> marker(content, new Value.None());
            default -> throw Refused.because(RefusalCode.UNKNOWN_FIELD, FORMS);
        };
    }

    private static JsonNode object(JsonNode node) {
        if (!node.isObject()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "An object");
        }
        return node;
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A string");
        }
        return node.stringValue();
    }

    private static boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "true or false");
        }
        return node.booleanValue();
    }

    private static Value marker(JsonNode node, Value value) {
        if (!bool(node)) {
            throw Refused.because(RefusalCode.UNKNOWN_OPTION, "true, or another kind of value");
        }
        return value;
    }

    private static Edtf date(String text) {
        try {
            return Edtf.parse(text);
        } catch (InvalidEdtf invalid) {
            throw Refused.because(RefusalCode.INVALID_EDTF, String.valueOf(invalid.getMessage()));
        }
    }

    static final class Deserializer extends ValueDeserializer<Value> {

        @Override
        public Value deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
