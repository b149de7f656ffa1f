package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimsledger.api.openapi.OpenApiDocument.DocumentedOperation;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.api.read.OpenApiController;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document itself: well formed, complete, and without dangling references. */
class OpenApiLintTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.committed();

    /** Codes of problems that are none of the ledger's refusals. */
    private static final Set<String> OTHER_CODES =
            Set.of("body_cut_off", "body_too_slow", "method_not_allowed", "not_acceptable", "internal_error");

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    static Stream<DocumentedOperation> operations() {
        return DOCUMENT.operations().stream();
    }

    static Stream<RefusalCode> codes() {
        return Stream.of(RefusalCode.values());
    }

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        OpenApiController served = new OpenApiController();
        String text = new String(served.yaml().getBody(), StandardCharsets.UTF_8);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void itIsServedAsCommittedAndTheSameAsJson() throws Exception {
        OpenApiController served = new OpenApiController();

        try (var file = OpenApiController.class.getResourceAsStream(OpenApiController.FILE)) {
            assertThat(served.yaml().getBody()).isEqualTo(file.readAllBytes());
        }
        assertThat(JsonMapper.shared().readTree(served.json().getBody())).isEqualTo(DOCUMENT.root());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationSaysWhatItIsAndHowItCanEnd(DocumentedOperation documentedOperation) {
        JsonNode node = documentedOperation.node();

        assertThat(documentedOperation.id()).isNotBlank();
        assertThat(node.path("summary").asString("")).isNotBlank().doesNotEndWith(".");
        assertThat(node.path("description").asString("")).isNotBlank();
        assertThat(node.path("tags")).hasSize(1);
        assertThat(statuses(documentedOperation))
                .anyMatch(status -> status.startsWith("2"))
                .contains("default");
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(DOCUMENT.operations()).extracting(DocumentedOperation::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatCanGoWrongBecauseOfItsShapeIsSaid(DocumentedOperation documentedOperation) {
        Set<String> statuses = statuses(documentedOperation);
        boolean document = documentedOperation.path().startsWith("/api/v1/openapi");
        boolean open = document || documentedOperation.path().startsWith("/health");
        assertThat(documentedOperation.role().isEmpty()).isEqualTo(open);
        if (!open) {
            assertThat(statuses).contains("400", "401", "403");
        }
        boolean reads = documentedOperation.method().equals("get")
                && documentedOperation.role().equals("reader");
        if (!reads && !open) {
            assertThat(documentedOperation.node().path("security").toString())
                    .isEqualTo("[{\"token\":[]},{\"session\":[]}]");
        }
        if (documentedOperation.node().has("requestBody")) {
            assertThat(statuses).contains("415", "503");
        }
        if (!documentedOperation.body().isMissingNode()) {
            assertThat(statuses).contains("413", "422");
        }
        if (documentedOperation.isCommand()) {
            assertThat(statuses).contains("409");
        }
        if (documentedOperation.path().contains("{")) {
            assertThat(statuses).contains("404");
        }
        assertThat(statuses.contains("412"))
                .isEqualTo(parameters(documentedOperation).contains("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyIdInThePathIsAParameter(DocumentedOperation documentedOperation) {
        Set<String> inPath = new HashSet<>();
        Matcher matcher = IN_PATH.matcher(documentedOperation.path());
        while (matcher.find()) {
            inPath.add(matcher.group(1));
        }
        Set<String> described = new HashSet<>();
        DOCUMENT.root()
                .path("paths")
                .path(documentedOperation.path())
                .path("parameters")
                .forEach(it -> described.add(DOCUMENT.resolved(it).path("name").stringValue()));

        assertThat(described).isEqualTo(inPath);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theCodesThatAnOperationNamesBelongToTheStatusesItHas(DocumentedOperation documentedOperation) {
        if (documentedOperation.path().endsWith("/imports")) {
            return; // the lines of its answer have the codes
        }
        for (String code : OpenApiDocument.codesIn(
                documentedOperation.node().path("description").asString(""))) {
            known(code).ifPresent(refusal -> assertThat(statuses(documentedOperation))
                    .as("%s of %s", code, documentedOperation)
                    .containsAnyElementsOf(statusesOf(refusal)));
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeStandsWithTheResponseOfItsStatus(RefusalCode code) {
        for (String status : statusesOf(code)) {
            assertThat(OpenApiDocument.codesIn(
                            response(status).path("description").stringValue()))
                    .as("codes of %s", status)
                    .contains(code.code());
        }
    }

    @Test
    void noResponseNamesACodeThatThereIsNot() {
        DOCUMENT.root().at("/components/responses").forEach(response -> {
            for (String code :
                    OpenApiDocument.codesIn(response.path("description").stringValue())) {
                assertThat(known(code).isPresent() || OTHER_CODES.contains(code))
                        .as(code)
                        .isTrue();
            }
        });
    }

    @Test
    void everyPropertyIsDescribedOrSpeaksForItselfByReference() {
        List<String> bare = new ArrayList<>();
        DOCUMENT.eachObject((pointer, node) -> {
            if (pointer.endsWith("/properties")
                    && !pointer.contains("/example")
                    && pointer.startsWith("/components/schemas")) {
                node.properties().forEach(property -> {
                    if (!property.getValue().has("$ref") && !property.getValue().has("description")) {
                        bare.add(pointer + "/" + property.getKey());
                    }
                });
            }
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void nothingIsEmptyThatShouldSaySomething() {
        DOCUMENT.eachObject((pointer, node) -> {
            if (!pointer.contains("/example")) {
                node.properties().forEach(field -> assertThat(field.getValue().isNull())
                        .as(pointer + "/" + field.getKey())
                        .isFalse());
            }
        });
    }

    @Test
    void everyComponentIsDescribedAndUsed() {
        Set<String> used = new HashSet<>();
        DOCUMENT.eachObject((pointer, node) -> {
            if (node.path("$ref").isString()) {
                used.add(node.path("$ref").stringValue());
                DOCUMENT.resolved(node);
            }
        });
        for (String kind : List.of("parameters", "headers", "responses", "schemas")) {
            DOCUMENT.root().at("/components/" + kind).properties().forEach(component -> {
                assertThat(used).contains("#/components/" + kind + "/" + component.getKey());
                assertThat(component.getValue().path("description").asString(""))
                        .as(component.getKey())
                        .isNotBlank();
            });
        }
    }

    private static Set<String> statuses(DocumentedOperation documentedOperation) {
        return new TreeSet<>(documentedOperation.node().path("responses").propertyNames());
    }

    private static Set<String> parameters(DocumentedOperation documentedOperation) {
        Set<String> names = new TreeSet<>();
        documentedOperation
                .node()
                .path("parameters")
                .forEach(it -> names.add(DOCUMENT.resolved(it).path("name").stringValue()));
        return names;
    }

    private static Optional<RefusalCode> known(String code) {
        return Stream.of(RefusalCode.values())
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    /** An unknown id in the path has another code than one in a body. */
    private static Set<String> statusesOf(RefusalCode code) {
        Set<String> statuses = new TreeSet<>();
        for (String pointer : List.of("", "/field")) {
            statuses.add(Integer.toString(
                    Problems.status(new Refusal(code, pointer, "").kind()).value()));
        }
        return statuses;
    }

    private static JsonNode response(String status) {
        String name =
                switch (status) {
                    case "400" -> "Unreadable";
                    case "401" -> "Unauthorized";
                    case "403" -> "Forbidden";
                    case "404" -> "NotFound";
                    case "409" -> "Conflict";
                    case "412" -> "Moved";
                    case "413" -> "TooLarge";
                    case "415" -> "OtherMedia";
                    case "422" -> "Invalid";
                    case "503" -> "NotNow";
                    case "429", "507" -> "Otherwise";
                    default -> throw new AssertionError(status);
                };
        return DOCUMENT.root().at("/components/responses/" + name);
    }
}
