package org.claimsledger.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.claimsledger.value.Quantity.BoundKind;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** A quantity in JSON: {@code {"atLeast": 238, "unit": "{person}"}}, numbers as RFC 8785 writes them. */
final class QuantityJson {

    private QuantityJson() {}

    static Quantity read(JsonNode node) {
        BoundKind boundKind = null;
        for (BoundKind candidate : BoundKind.values()) {
            if (node.has(candidate.field())) {
                if (boundKind != null) {
                    throw Refused.because(
                            RefusalCode.UNKNOWN_FIELD, "/" + candidate.field(), "A quantity has one number or bound");
                }
                boundKind = candidate;
            }
        }
        if (boundKind == null) {
            throw Refused.because(
                    RefusalCode.FIELD_MISSING,
                    "A quantity has one of amount, about, atLeast, atMost, moreThan, lessThan, between");
        }
        BoundKind bound = boundKind;
        node.propertyNames().stream()
                .filter(name -> !name.equals("unit") && !name.equals(bound.field()))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.because(
                            RefusalCode.UNKNOWN_FIELD, Refusal.pointerTo(name), "A quantity has no such field");
                });
        String at = "/" + boundKind.field();
        JsonNode number = node.get(boundKind.field());
        Unit unit = Refused.at("/unit", () -> unit(node.get("unit")));
        if (boundKind != BoundKind.BETWEEN) {
            return Refused.at(at, () -> new Quantity(bound, number(number), null, unit));
        }
        if (!number.isArray() || number.size() != 2) {
            throw Refused.because(RefusalCode.WRONG_TYPE, at, "An array of two numbers");
        }
        return Refused.at(at, () -> new Quantity(bound, number(number.get(0)), number(number.get(1)), unit));
    }

    private static @Nullable Unit unit(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A string");
        }
        return new Unit(node.stringValue());
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A number");
        }
        return node.decimalValue();
    }

    static final class Serializer extends ValueSerializer<Quantity> {

        @Override
        public void serialize(Quantity quantity, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeName(quantity.bound().field());
            BigDecimal upper = quantity.upper();
            if (upper == null) {
                out.writeNumber(canonical(quantity.amount()));
            } else {
                out.writeStartArray();
                out.writeNumber(canonical(quantity.amount()));
                out.writeNumber(canonical(upper));
                out.writeEndArray();
            }
            Unit unit = quantity.unit();
            if (unit != null) {
                out.writeStringProperty("unit", unit.code());
            }
            out.writeEndObject();
        }

        private static String canonical(BigDecimal number) {
            try {
                return NumberToJSON.serializeNumber(number.doubleValue());
            } catch (IOException notFinite) {
                throw new UncheckedIOException(notFinite);
            }
        }
    }

    static final class Deserializer extends ValueDeserializer<Quantity> {

        @Override
        public Quantity deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.readTree(parser));
        }
    }
}
