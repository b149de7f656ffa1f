package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.api.openapi.OpenApiDocument.DocumentedOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A running ledger with the sample case answers as the document says. */
class OpenApiAnswersTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.committed();

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.in(folder.resolve("ledger"));
        Answer imported = ledger.importLines(Files.readString(Path.of("src/main/resources/sample/sample-case.ndjson")));
        JsonNode line = operation("importLines").node().at("/responses/200/content/application~1x-ndjson/schema");
        assertThat(imported.lines()).isNotEmpty().allSatisfy(result -> assertThat(
                        SchemaValidator.faults(DOCUMENT, line, result))
                .isEmpty());
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static Stream<DocumentedOperation> reads() {
        return DOCUMENT.operations().stream().filter(documentedOperation -> documentedOperation
                .node()
                .at("/responses/200/content/application~1json/schema/$ref")
                .isString());
    }

    static Stream<DocumentedOperation> commands() {
        return DOCUMENT.commands().values().stream();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void everyReadAnswersInItsSchema(DocumentedOperation documentedOperation) {
        Answer answer = asked(documentedOperation);
        Answer byDate = asked(documentedOperation, "Accept-Datetime", "Mon, 31 Dec 2998 23:59:59 GMT");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertFits(documentedOperation, answer);
        assertThat(byDate.status()).as(byDate.text()).isEqualTo(200);
        assertFits(documentedOperation, byDate);
        assertThat(byDate.header("Memento-Datetime").isPresent())
                .isEqualTo(documentedOperation.node().toString().contains("#/components/parameters/AcceptDatetime"));
    }

    /** What is asked in a body is posted. */
    private static Answer asked(DocumentedOperation documentedOperation, String... headers) {
        if (documentedOperation.method().equals("get")) {
            List<String> all = new ArrayList<>(List.of(headers));
            if (documentedOperation.node().has("security")) {
                all.addAll(List.of("Authorization", "Bearer " + RunningLedger.TOKEN));
            }
            return ledger.get(withExamples(documentedOperation), all.toArray(String[]::new));
        }
        return ledger.post(
                withExamples(documentedOperation),
                documentedOperation.body().path("example").toString(),
                headers);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyWriteAnswersInTheSchemaOfItsStatus(DocumentedOperation documentedOperation) {
        Answer answer = ledger.post(
                withExamples(documentedOperation),
                documentedOperation.body().path("example").toString());

        assertFits(documentedOperation, answer);
        assertThat(answer.header("ETag").isPresent()).isEqualTo(answer.status() < 300);
        assertThat(answer.header("Ledger-Position").isPresent()).isEqualTo(answer.status() < 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims/no-such-claim", "/claims?limit=0", "/claims?asof=2026-01-01", "/claims?cursor=x"})
    void refusalsAreProblemsOfTheDocumentsShape(String path) {
        Answer answer = ledger.get(path);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(SchemaValidator.faults(DOCUMENT, DOCUMENT.schema("Problem"), answer.json()))
                .isEmpty();
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aWriteWithoutATokenIsChallenged() {
        Answer answer = ledger.send(ledger.request("/sources")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(401);
        assertFits(operation("registerSource"), answer);
    }

    @Test
    void everyEventFitsItsSchema() {
        JsonNode schema = operation("followEvents").node().at("/responses/200/content/application~1x-ndjson/schema");

        assertThat(ledger.get("/events").lines()).isNotEmpty().allSatisfy(event -> assertThat(
                        SchemaValidator.faults(DOCUMENT, schema, event))
                .isEmpty());
    }

    @Test
    void theDocumentIsServedInBothForms() {
        assertThat(ledger.get("/openapi.json").json()).isEqualTo(DOCUMENT.root());
        Answer yaml = ledger.get("/openapi.yaml", "Accept", "text/html,*/*");
        assertThat(yaml.header("Content-Type")).contains("application/yaml");
        assertThat(yaml.text()).startsWith("openapi: 3.1.0");
    }

    private static DocumentedOperation operation(String id) {
        return DOCUMENT.operations().stream()
                .filter(documentedOperation -> documentedOperation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Body and headers are those that the document has for this status; one that is not required may be absent. */
    private static void assertFits(DocumentedOperation documentedOperation, Answer answer) {
        JsonNode response =
                DOCUMENT.resolved(documentedOperation.node().path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isObject())
                .as("%s may answer %s: %s", documentedOperation, answer.status(), answer.text())
                .isTrue();
        String type = answer.header("Content-Type").orElse("");
        JsonNode schema = response.path("content").path(type.split(";")[0]).path("schema");
        assertThat(schema.isObject()).as("%s as %s", documentedOperation, type).isTrue();
        assertThat(SchemaValidator.faults(DOCUMENT, schema, answer.json())).isEmpty();
        response.path("headers").properties().forEach(header -> {
            JsonNode pattern =
                    DOCUMENT.resolved(header.getValue()).path("schema").path("pattern");
            Optional<String> value = answer.header(header.getKey());
            if (DOCUMENT.resolved(header.getValue()).path("required").asBoolean(false)) {
                assertThat(value).as(header.getKey()).isPresent();
            }
            if (pattern.isString()) {
                value.ifPresent(it -> assertThat(it).matches(pattern.stringValue()));
            }
        });
    }

    /** The path with the examples of its parameters, and of the query's where they are required. */
    private static String withExamples(DocumentedOperation documentedOperation) {
        String path = documentedOperation.path();
        JsonNode item = DOCUMENT.root().path("paths").path(documentedOperation.path());
        StringBuilder query = new StringBuilder();
        for (JsonNode parameters :
                List.of(item.path("parameters"), documentedOperation.node().path("parameters"))) {
            for (JsonNode reference : parameters) {
                JsonNode parameter = DOCUMENT.resolved(reference);
                String name = parameter.path("name").stringValue();
                String example = parameter.path("example").asString("");
                if (parameter.path("in").stringValue().equals("path")) {
                    path = path.replace("{" + name + "}", example);
                } else if (parameter.path("required").asBoolean(false)) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(example);
                }
            }
        }
        return path + query;
    }
}
