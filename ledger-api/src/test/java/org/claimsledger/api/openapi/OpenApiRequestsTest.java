package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.openapi.OpenApiDocument.DocumentedOperation;
import org.claimsledger.api.operation.Fields;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies are described exactly as they are read: each rule of a schema is tried out on the reader of its op, and the
 * reader must refuse, at the very field, what the schema forbids.
 */
class OpenApiRequestsTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.committed();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FOREIGN = "foreign_field";

    /** A value somewhere inside a body, and how the body around it is made. */
    private record FieldPlace(String op, String pointer, JsonNode schema, UnaryOperator<JsonNode> body) {

        /** Adds a number, because a unit is only read beside one. */
        FieldPlace field(String name, JsonNode of) {
            boolean besideNumber = schema.path("properties").has("amount") && name.equals("unit");
            return new FieldPlace(op, pointer + "/" + name, of, value -> {
                ObjectNode object = JSON.objectNode();
                if (besideNumber) {
                    object.put("amount", 1);
                }
                return body.apply(object.set(name, value));
            });
        }

        FieldPlace entry(JsonNode of) {
            return new FieldPlace(
                    op, pointer + "/0", of, value -> body.apply(JSON.arrayNode().add(value)));
        }

        /** The reader's refusals at this place and below it. */
        List<Refusal> refusals(JsonNode value) {
            return refusalsOf(op, (ObjectNode) body.apply(value)).stream()
                    .filter(refusal -> refusal.pointer().equals(pointer)
                            || refusal.pointer().startsWith(pointer + "/"))
                    .toList();
        }

        Set<RefusalCode> codes(JsonNode value) {
            return refusals(value).stream()
                    .filter(refusal -> refusal.pointer().equals(pointer))
                    .map(Refusal::code)
                    .collect(Collectors.toSet());
        }

        String type() {
            return schema.path("type").isArray()
                    ? schema.path("type").get(0).stringValue()
                    : schema.path("type").asString("");
        }

        @Override
        public String toString() {
            return op + " " + pointer;
        }
    }

    static Stream<DocumentedOperation> commands() {
        return DOCUMENT.commands().values().stream();
    }

    static Stream<FieldPlace> objects() {
        return places().filter(fieldPlace -> fieldPlace.schema().has("properties"));
    }

    static Stream<FieldPlace> fields() {
        return places().filter(fieldPlace -> !fieldPlace.pointer().isEmpty());
    }

    private static Stream<FieldPlace> places() {
        return commands().flatMap(documentedOperation -> {
            List<FieldPlace> fieldPlaces = new ArrayList<>();
            JsonNode schema =
                    DOCUMENT.effectiveSchema(documentedOperation.body().path("schema"));
            collect(new FieldPlace(documentedOperation.op(), "", schema, UnaryOperator.identity()), fieldPlaces);
            return fieldPlaces.stream();
        });
    }

    private static void collect(FieldPlace fieldPlace, List<FieldPlace> fieldPlaces) {
        fieldPlaces.add(fieldPlace);
        fieldPlace
                .schema()
                .path("properties")
                .properties()
                .forEach(property -> collect(
                        fieldPlace.field(property.getKey(), DOCUMENT.effectiveSchema(property.getValue())),
                        fieldPlaces));
        JsonNode items = fieldPlace.schema().path("items");
        if (!items.isMissingNode() && !fieldPlace.schema().has("minItems")) {
            collect(fieldPlace.entry(DOCUMENT.effectiveSchema(items)), fieldPlaces);
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theReaderKnowsTheFieldsThatTheSchemaKnowsAndNoOther(FieldPlace fieldPlace) {
        assertThat(fieldPlace.schema().path("additionalProperties").asBoolean(true))
                .as("%s is closed", fieldPlace)
                .isFalse();
        for (String field : fieldPlace.schema().path("properties").propertyNames()) {
            assertThat(fieldPlace.refusals(JSON.objectNode().set(field, JSON.nullNode())))
                    .as("%s of %s", field, fieldPlace)
                    .noneMatch(refusal -> refusal.code() == RefusalCode.UNKNOWN_FIELD);
        }
        ObjectNode foreign = JSON.objectNode();
        fieldPlace
                .schema()
                .at("/oneOf/0/required")
                .forEach(needed -> foreign.set(needed.stringValue(), JSON.nullNode()));
        foreign.put(FOREIGN, 1);
        assertThat(fieldPlace.refusals(foreign))
                .anyMatch(refusal -> refusal.code() == RefusalCode.UNKNOWN_FIELD
                        && refusal.pointer().equals(fieldPlace.pointer() + "/" + FOREIGN));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theReaderMissesTheFieldsThatTheSchemaRequiresAndNoOther(FieldPlace fieldPlace) {
        Set<String> required = new TreeSet<>();
        fieldPlace
                .schema()
                .path("required")
                .forEach(field -> required.add(fieldPlace.pointer() + "/" + field.stringValue()));

        Set<String> missed = fieldPlace.refusals(JSON.objectNode()).stream()
                .filter(refusal -> refusal.code() == RefusalCode.FIELD_MISSING)
                .map(Refusal::pointer)
                .filter(pointer -> !pointer.equals(fieldPlace.pointer()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missed).isEqualTo(required);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theReaderWantsTheTypeThatTheSchemaNames(FieldPlace fieldPlace) {
        JsonNode other =
                switch (fieldPlace.type()) {
                    case "string", "boolean", "array", "integer", "number" -> JSON.objectNode();
                    case "object" -> JSON.arrayNode();
                    default -> JSON.numberNode(5); // a choice, such as that of attestors
                };
        assertThat(fieldPlace.codes(other)).as("%s given %s", fieldPlace, other).contains(RefusalCode.WRONG_TYPE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void textMayBeAsLongAsTheSchemaSaysAndNoLonger(FieldPlace fieldPlace) {
        JsonNode longest = fieldPlace.schema().path("maxLength");
        if (longest.isNumber()) {
            assertThat(fieldPlace.codes(text(longest.intValue()))).doesNotContain(RefusalCode.TEXT_TOO_LONG);
            assertThat(fieldPlace.codes(text(longest.intValue() + 1))).isNotEmpty();
            assertThat(fieldPlace.codes(text(0))).isNotEmpty();
        } else if (fieldPlace.type().equals("string")) {
            assertThat(fieldPlace.schema().has("enum")
                            || fieldPlace.schema().has("pattern")
                            || fieldPlace.schema().has("format"))
                    .as("%s is bounded", fieldPlace)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void listsAndMapsMayHaveAsManyEntriesAsTheSchemaSaysAndNoMore(FieldPlace fieldPlace) {
        if (fieldPlace.type().equals("array")) {
            int most = fieldPlace.schema().path("maxItems").intValue();
            ArrayNode tooMany = JSON.arrayNode();
            IntStream.rangeClosed(0, most).forEach(i -> tooMany.add(i));
            assertThat(fieldPlace.codes(tooMany)).isNotEmpty();
        }
        if (fieldPlace.schema().has("maxProperties") && !fieldPlace.schema().has("properties")) {
            int most = fieldPlace.schema().path("maxProperties").intValue();
            ObjectNode entries = JSON.objectNode();
            IntStream.range(0, most).forEach(i -> entries.put("key" + i, "text"));
            assertThat(fieldPlace.refusals(entries)).isEmpty();
            assertThat(fieldPlace.codes(entries.put("one-more", "text"))).contains(RefusalCode.TOO_MANY);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theReaderKnowsTheOptionsThatTheSchemaListsAndNoOther(FieldPlace fieldPlace) {
        JsonNode options = fieldPlace.schema().path("enum");
        if (!options.isArray() || !fieldPlace.type().equals("string")) {
            return;
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode option : options) {
            listed.add(option.stringValue());
            assertThat(fieldPlace.refusals(option))
                    .as("%s given %s", fieldPlace, option)
                    .isEmpty();
        }
        List<Refusal> refused = fieldPlace.refusals(JSON.stringNode("no_such_option"));
        assertThat(refused).extracting(Refusal::code).containsOnly(RefusalCode.UNKNOWN_OPTION);
        String detail = refused.getFirst().detail();
        if (detail.startsWith("One of ")) {
            assertThat(listed)
                    .isEqualTo(new TreeSet<>(
                            Arrays.asList(detail.substring("One of ".length()).split(", "))));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theIdsOfThePathAreTheFieldsOfAnImportLine(DocumentedOperation documentedOperation) {
        Set<String> missed = new TreeSet<>();
        for (Refusal refusal : read(documentedOperation.op(), JSON.objectNode(), Map.of())) {
            missed.add(refusal.pointer().substring(1));
        }
        Set<String> expected = new TreeSet<>(inPath(documentedOperation).keySet());
        DOCUMENT.effectiveSchema(documentedOperation.body().path("schema"))
                .path("required")
                .forEach(field -> expected.add(field.stringValue()));

        assertThat(missed).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsAcceptedAndFitsItsSchema(DocumentedOperation documentedOperation) {
        JsonNode example = documentedOperation.body().path("example");

        assertThat(SchemaValidator.faults(DOCUMENT, documentedOperation.body().path("schema"), example))
                .isEmpty();
        assertThat(refusalsOf(documentedOperation.op(), (ObjectNode) example)).isEmpty();
    }

    @Test
    void everyExampleOfAnImportLineIsAccepted() {
        DOCUMENT.operations().stream()
                .filter(it -> it.id().equals("importLines"))
                .findFirst()
                .orElseThrow()
                .node()
                .at("/requestBody/content/application~1x-ndjson/examples")
                .forEach(example -> {
                    ObjectNode line = (ObjectNode) example.path("value").deepCopy();
                    assertThat(SchemaValidator.faults(DOCUMENT, DOCUMENT.schema("ImportLine"), line))
                            .isEmpty();
                    String op = line.remove("op").stringValue();
                    line.remove("importKey");
                    assertThat(read(op, line, Map.of())).as(op).isEmpty();
                });
    }

    @Test
    void limitsThatNoReaderTellsApartAreThoseOfTheCode() {
        assertThat(DOCUMENT.schema("Edtf").path("maxLength").intValue()).isEqualTo(Edtf.MAX_LENGTH);
        assertThat(DOCUMENT.schema("Url").path("maxLength").intValue()).isEqualTo(TextRules.URL);
        DOCUMENT.eachObject((pointer, node) -> {
            if (pointer.startsWith("/components/schemas") && node.has("maxItems") && !node.has("minItems")) {
                assertThat(node.path("maxItems").intValue()).as(pointer).isEqualTo(TextRules.ENTRIES);
            }
        });
    }

    private static JsonNode text(int length) {
        return JSON.stringNode("x".repeat(length));
    }

    private static List<Refusal> refusalsOf(String op, ObjectNode body) {
        return read(op, body, inPath(DOCUMENT.commands().get(op)));
    }

    private static List<Refusal> read(String op, ObjectNode body, Map<String, String> path) {
        try {
            OperationTable.readCommand(op, Fields.of(body, path));
            return List.of();
        } catch (Refused refused) {
            return refused.refusals();
        }
    }

    /** The ids that the path of a call names, by the fields that they are in an import. */
    private static Map<String, String> inPath(DocumentedOperation documentedOperation) {
        return OperationTable.operation(documentedOperation.op()).pathFields().values().stream()
                .collect(Collectors.toMap(field -> field, field -> "some-id"));
    }

    /** Every form field, with the place in the body that it is named after. */
    private record FormPlace(Operation operation, FormField field) {

        JsonNode schema() {
            JsonNode at = DOCUMENT.commands().get(operation.op()).body().path("schema");
            for (String name : field.name().split("/")) {
                at = DOCUMENT.effectiveSchema(at).path("properties").path(name);
            }
            return DOCUMENT.effectiveSchema(at);
        }

        /** Whether the page's address has it in place of the path, as the id of the evidence that is withdrawn. */
        boolean isInPath() {
            return operation.pathFields().containsValue(field.name());
        }

        @Override
        public String toString() {
            return operation.op() + " " + field.name();
        }
    }

    static Stream<FormPlace> formPlaces() {
        return OperationTable.all().stream().flatMap(operation -> operation.form().fields().stream()
                .map(field -> new FormPlace(operation, field))
                .filter(place -> !place.isInPath()));
    }

    @ParameterizedTest
    @MethodSource("formPlaces")
    void aFieldOfAFormIsAFieldOfTheBodyWithTheSameOptions(FormPlace formPlace) {
        JsonNode schema = formPlace.schema();
        assertThat(schema.isMissingNode()).as("%s has no schema", formPlace).isFalse();

        JsonNode options = formPlace.field().input() == InputType.CHOICES
                ? DOCUMENT.effectiveSchema(schema.path("items")).path("enum")
                : schema.path("enum");
        Set<String> documented = new TreeSet<>();
        options.forEach(option -> documented.add(option.stringValue()));
        if (!documented.isEmpty() || formPlace.field().input() == InputType.CHOICE) {
            assertThat(formPlace.field().options())
                    .extracting(FieldOption::value)
                    .containsExactlyInAnyOrderElementsOf(documented);
        }
    }
}
