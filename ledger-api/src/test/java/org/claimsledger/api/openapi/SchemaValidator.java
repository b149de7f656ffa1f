package org.claimsledger.api.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The part of JSON Schema 2020-12 that the document uses; an unknown keyword is a fault of the document. */
final class SchemaValidator {

    private static final Set<String> ANNOTATIONS =
            Set.of("description", "default", "example", "examples", "format", "title");

    private final OpenApiDocument openApiDocument;
    private final List<String> faults = new ArrayList<>();

    private SchemaValidator(OpenApiDocument openApiDocument) {
        this.openApiDocument = openApiDocument;
    }

    /** The faults of the instance; empty if it is valid. */
    static List<String> faults(OpenApiDocument openApiDocument, JsonNode schema, JsonNode instance) {
        SchemaValidator check = new SchemaValidator(openApiDocument);
        check.check("", schema, instance);
        return check.faults;
    }

    private void check(String at, JsonNode schema, JsonNode instance) {
        schema.properties().forEach(keyword -> {
            String name = keyword.getKey();
            JsonNode rule = keyword.getValue();
            switch (name) {
                case "$ref" -> check(at, openApiDocument.resolved(schema), instance);
                case "allOf" -> rule.forEach(part -> check(at, part, instance));
                case "anyOf" -> require(matching(rule, instance) >= 1, at, "matches none of the choices");
                case "oneOf" -> require(matching(rule, instance) == 1, at, "does not match exactly one of the choices");
                case "type" -> require(hasType(rule, instance), at, "is not of type " + rule);
                case "enum" -> require(holds(rule, instance), at, "is none of " + rule);
                case "required" ->
                    rule.forEach(field -> require(
                            !instance.isObject() || instance.has(field.stringValue()),
                            at,
                            "lacks " + field.stringValue()));
                case "properties" ->
                    rule.properties().forEach(property -> {
                        JsonNode value = instance.get(property.getKey());
                        if (value != null) {
                            check(at + "/" + property.getKey(), property.getValue(), value);
                        }
                    });
                case "additionalProperties" -> additional(at, schema, rule, instance);
                case "propertyNames" ->
                    instance.propertyNames().forEach(field -> check(at + "/" + field, rule, StringNode.valueOf(field)));
                case "items" -> {
                    for (int i = 0; instance.isArray() && i < instance.size(); i++) {
                        check(at + "/" + i, rule, instance.get(i));
                    }
                }
                case "pattern" ->
                    require(
                            !instance.isString() || instance.stringValue().matches(rule.stringValue()),
                            at,
                            "does not match " + rule);
                case "minLength" ->
                    require(!instance.isString() || length(instance) >= rule.intValue(), at, "is short");
                case "maxLength" -> require(!instance.isString() || length(instance) <= rule.intValue(), at, "is long");
                case "minItems" -> require(!instance.isArray() || instance.size() >= rule.intValue(), at, "has few");
                case "maxItems" -> require(!instance.isArray() || instance.size() <= rule.intValue(), at, "has many");
                case "minProperties" -> require(instance.size() >= rule.intValue(), at, "has few fields");
                case "maxProperties" -> require(instance.size() <= rule.intValue(), at, "has many fields");
                case "minimum" ->
                    require(!instance.isNumber() || instance.doubleValue() >= rule.doubleValue(), at, "is low");
                case "maximum" ->
                    require(!instance.isNumber() || instance.doubleValue() <= rule.doubleValue(), at, "is high");
                default -> require(ANNOTATIONS.contains(name), at, "is described by an unknown keyword " + name);
            }
        });
    }

    private void additional(String at, JsonNode schema, JsonNode rule, JsonNode instance) {
        if (!instance.isObject()) {
            return;
        }
        for (String field : instance.propertyNames()) {
            if (!schema.path("properties").has(field)) {
                if (rule.isObject()) {
                    check(at + "/" + field, rule, instance.get(field));
                } else {
                    require(rule.booleanValue(), at, "has the foreign field " + field);
                }
            }
        }
    }

    private int matching(JsonNode choices, JsonNode instance) {
        int matching = 0;
        for (JsonNode choice : choices) {
            matching += faults(openApiDocument, choice, instance).isEmpty() ? 1 : 0;
        }
        return matching;
    }

    private static boolean hasType(JsonNode types, JsonNode instance) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (hasType(type, instance)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.stringValue()) {
            case "object" -> instance.isObject();
            case "array" -> instance.isArray();
            case "string" -> instance.isString();
            case "boolean" -> instance.isBoolean();
            case "integer" -> instance.isIntegralNumber();
            case "number" -> instance.isNumber();
            case "null" -> instance.isNull();
            default -> false;
        };
    }

    private static boolean holds(JsonNode options, JsonNode instance) {
        for (JsonNode option : options) {
            if (option.equals(instance)) {
                return true;
            }
        }
        return false;
    }

    private static int length(JsonNode text) {
        return text.stringValue().length();
    }

    private void require(boolean holds, String at, String fault) {
        if (!holds) {
            faults.add((at.isEmpty() ? "it" : at) + " " + fault);
        }
    }
}
