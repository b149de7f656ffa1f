package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimsledger.api.body.Commands;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.openapi.Document.Operation;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies are described exactly as they are read: each rule of a schema is tried out on the reader of its op, and the reader
 * must refuse, at the very field, what the schema forbids.
 */
class OpenApiRequestsTest {

    private static final Document DOCUMENT = Document.committed();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FOREIGN = "foreign_field";

    /** A value somewhere inside a body, and how the body around it is made. */
    private record Place(String op, String pointer, JsonNode schema, UnaryOperator<JsonNode> body) {

        /** A unit is only read beside a number, so a number is there. */
        Place field(String name, JsonNode of) {
            boolean besideNumber = schema.path("properties").has("amount") && name.equals("unit");
            return new Place(op, pointer + "/" + name, of, value -> {
                ObjectNode object = JSON.objectNode();
                if (besideNumber) {
                    object.put("amount", 1);
                }
                return body.apply(object.set(name, value));
            });
        }

        Place entry(JsonNode of) {
            return new Place(
                    op, pointer + "/0", of, value -> body.apply(JSON.arrayNode().add(value)));
        }

        /** What the reader says of this place and of what lies below it. */
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

    static Stream<Operation> commands() {
        return DOCUMENT.commands().values().stream();
    }

    static Stream<Place> objects() {
        return places().filter(place -> place.schema().has("properties"));
    }

    static Stream<Place> fields() {
        return places().filter(place -> !place.pointer().isEmpty());
    }

    private static Stream<Place> places() {
        return commands().flatMap(operation -> {
            List<Place> places = new ArrayList<>();
            JsonNode schema = DOCUMENT.meant(operation.body().path("schema"));
            collect(new Place(operation.op(), "", schema, UnaryOperator.identity()), places);
            return places.stream();
        });
    }

    private static void collect(Place place, List<Place> places) {
        places.add(place);
        place.schema()
                .path("properties")
                .properties()
                .forEach(property ->
                        collect(place.field(property.getKey(), DOCUMENT.meant(property.getValue())), places));
        JsonNode items = place.schema().path("items");
        if (!items.isMissingNode() && !place.schema().has("minItems")) {
            collect(place.entry(DOCUMENT.meant(items)), places);
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theReaderKnowsTheFieldsThatTheSchemaKnowsAndNoOther(Place place) {
        assertThat(place.schema().path("additionalProperties").asBoolean(true))
                .as("%s is closed", place)
                .isFalse();
        for (String field : place.schema().path("properties").propertyNames()) {
            assertThat(place.refusals(JSON.objectNode().set(field, JSON.nullNode())))
                    .as("%s of %s", field, place)
                    .noneMatch(refusal -> refusal.code() == RefusalCode.UNKNOWN_FIELD);
        }
        ObjectNode foreign = JSON.objectNode();
        place.schema().at("/oneOf/0/required").forEach(needed -> foreign.set(needed.stringValue(), JSON.nullNode()));
        foreign.put(FOREIGN, 1);
        assertThat(place.refusals(foreign))
                .anyMatch(refusal -> refusal.code() == RefusalCode.UNKNOWN_FIELD
                        && refusal.pointer().equals(place.pointer() + "/" + FOREIGN));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theReaderMissesTheFieldsThatTheSchemaRequiresAndNoOther(Place place) {
        Set<String> required = new TreeSet<>();
        place.schema().path("required").forEach(field -> required.add(place.pointer() + "/" + field.stringValue()));

        Set<String> missed = place.refusals(JSON.objectNode()).stream()
                .filter(refusal -> refusal.code() == RefusalCode.FIELD_MISSING)
                .map(Refusal::pointer)
                .filter(pointer -> !pointer.equals(place.pointer()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missed).isEqualTo(required);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theReaderWantsTheTypeThatTheSchemaNames(Place place) {
        JsonNode other =
                switch (place.type()) {
                    case "string", "boolean", "array", "integer", "number" -> JSON.objectNode();
                    case "object" -> JSON.arrayNode();
                    default -> JSON.numberNode(5); // a choice, such as that of attestors
                };
        assertThat(place.codes(other)).as("%s given %s", place, other).contains(RefusalCode.WRONG_TYPE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void textMayBeAsLongAsTheSchemaSaysAndNoLonger(Place place) {
        JsonNode longest = place.schema().path("maxLength");
        if (longest.isNumber()) {
            assertThat(place.codes(text(longest.intValue()))).doesNotContain(RefusalCode.TEXT_TOO_LONG);
            assertThat(place.codes(text(longest.intValue() + 1))).isNotEmpty();
            assertThat(place.codes(text(0))).isNotEmpty();
        } else if (place.type().equals("string")) {
            assertThat(place.schema().has("enum")
                            || place.schema().has("pattern")
                            || place.schema().has("format"))
                    .as("%s is bounded", place)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void listsAndMapsMayHaveAsManyEntriesAsTheSchemaSaysAndNoMore(Place place) {
        if (place.type().equals("array")) {
            int most = place.schema().path("maxItems").intValue();
            ArrayNode tooMany = JSON.arrayNode();
            IntStream.rangeClosed(0, most).forEach(i -> tooMany.add(i));
            assertThat(place.codes(tooMany)).isNotEmpty();
        }
        if (place.schema().has("maxProperties") && !place.schema().has("properties")) {
            int most = place.schema().path("maxProperties").intValue();
            ObjectNode entries = JSON.objectNode();
            IntStream.range(0, most).forEach(i -> entries.put("key" + i, "text"));
            assertThat(place.refusals(entries)).isEmpty();
            assertThat(place.codes(entries.put("one-more", "text"))).contains(RefusalCode.TOO_MANY);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theReaderKnowsTheOptionsThatTheSchemaListsAndNoOther(Place place) {
        JsonNode options = place.schema().path("enum");
        if (!options.isArray() || !place.type().equals("string")) {
            return;
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode option : options) {
            listed.add(option.stringValue());
            assertThat(place.refusals(option)).as("%s given %s", place, option).isEmpty();
        }
        List<Refusal> refused = place.refusals(JSON.stringNode("no_such_option"));
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
    void theIdsOfThePathAreTheFieldsOfAnImportLine(Operation operation) {
        Set<String> missed = new TreeSet<>();
        for (Refusal refusal : read(operation.op(), JSON.objectNode(), Map.of())) {
            missed.add(refusal.pointer().substring(1));
        }
        Set<String> expected = new TreeSet<>(inPath(operation).keySet());
        DOCUMENT.meant(operation.body().path("schema"))
                .path("required")
                .forEach(field -> expected.add(field.stringValue()));

        assertThat(missed).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsAcceptedAndFitsItsSchema(Operation operation) {
        JsonNode example = operation.body().path("example");

        assertThat(SchemaCheck.faults(DOCUMENT, operation.body().path("schema"), example))
                .isEmpty();
        assertThat(refusalsOf(operation.op(), (ObjectNode) example)).isEmpty();
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
                    assertThat(SchemaCheck.faults(DOCUMENT, DOCUMENT.schema("ImportLine"), line))
                            .isEmpty();
                    String op = line.remove("op").stringValue();
                    line.remove("importKey");
                    assertThat(read(op, line, Map.of())).as(op).isEmpty();
                });
    }

    @Test
    void limitsThatNoReaderTellsApartAreThoseOfTheCode() {
        assertThat(DOCUMENT.schema("Edtf").path("maxLength").intValue()).isEqualTo(Edtf.MAX_LENGTH);
        assertThat(DOCUMENT.schema("Url").path("maxLength").intValue()).isEqualTo(Texts.URL);
        DOCUMENT.eachObject((pointer, node) -> {
            if (pointer.startsWith("/components/schemas") && node.has("maxItems") && !node.has("minItems")) {
                assertThat(node.path("maxItems").intValue()).as(pointer).isEqualTo(Texts.ENTRIES);
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
            Commands.read(op, Fields.of(body, path));
            return List.of();
        } catch (Refused refused) {
            return refused.refusals();
        }
    }

    /** The ids that the path of a call names, by the fields that they are in an import. */
    private static Map<String, String> inPath(Operation operation) {
        Map<String, String> ids = new HashMap<>();
        String[] parts = operation.path().split("/");
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                String collection = parts[i - 1];
                String thing =
                        collection.equals("evidence") ? collection : collection.substring(0, collection.length() - 1);
                ids.put(operation.op().equals("succeed_claim") ? "predecessor" : thing, "some-id");
            }
        }
        return Collections.unmodifiableMap(ids);
    }
}
