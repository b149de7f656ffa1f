package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.api.openapi.OpenApiDocument;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole matrix of callers and calls, as the table in docs/http.md has it, over HTTP: each caller makes each call.
 * What a caller may do is answered in some other way than 401 and 403; what it may not is, and leaves no trace.
 */
class RolesTest {

    private static final Path GUIDE = Path.of("../docs/http.md");

    /** A row of the table of calls, whose last column is a role, or begins with one where a caller is needed always. */
    private static final Pattern ROW = Pattern.compile(
            "\n\\| `((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)` \\|[^\n]*\\| (nothing|`(\\w+)`(, always)?) \\|(?=\n)");

    /** The base path of the API; pages have a table of their own. */
    private static final Pattern CALL = Pattern.compile("[A-Z]+ /(api/v1|health|metrics)(/.*)?");

    @TempDir
    static Path folder;

    private static Credentials credentials;
    private static RunningLedger open;
    private static RunningLedger closed;

    /** The role that a call needs. */
    private record CallRequirement(String call, @Nullable Role role, boolean evenWhenReadingIsOpen) {

        @Override
        public String toString() {
            return call;
        }
    }

    @BeforeAll
    static void start() {
        credentials = Credentials.in(folder.resolve("open"));
        Credentials others = Credentials.in(folder.resolve("closed"));
        open = RunningLedger.in(folder.resolve("open"));
        closed = RunningLedger.in(folder.resolve("closed"), "--ledger.reading=closed");
        SECRETS.put(open, credentials);
        SECRETS.put(closed, others);
        for (RunningLedger ledger : List.of(open, closed)) {
            ledger.importLines(
                    "{\"op\":\"define_predicate\",\"key\":\"sentenced\"}",
                    "{\"op\":\"register_source\",\"id\":\"report\",\"kind\":\"news_report\",\"title\":\"A report\"}",
                    "{\"op\":\"register_subject\",\"id\":\"one\",\"kind\":\"person\",\"name\":\"The Accused\"}",
                    "{\"op\":\"assert_claim\",\"id\":\"one\",\"subject\":\"one\",\"predicate\":\"sentenced\","
                            + "\"value\":{\"text\":\"Life\"},\"evidence\":{\"source\":\"report\"}}");
        }
    }

    private static final Map<RunningLedger, Credentials> SECRETS = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    static List<CallRequirement> callRequirements() throws IOException {
        List<CallRequirement> callRequirements = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(GUIDE));
        while (rows.find()) {
            Role role = rows.group(3) == null ? null : Role.of(rows.group(3)).orElseThrow();
            callRequirements.add(new CallRequirement(rows.group(1), role, rows.group(4) != null));
        }
        return callRequirements;
    }

    @Test
    void everyMappingOfTheApplicationHasARowAndTheOtherWayRound() throws IOException {
        Set<String> mapped = new TreeSet<>();
        open.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    Set<String> methods = new TreeSet<>();
                    mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                    for (String path : mapping.getPatternValues()) {
                        (methods.isEmpty() ? Set.of("") : methods).forEach(method -> mapped.add(method + " " + path));
                    }
                });
        mapped.removeIf(it -> !CALL.matcher(it).matches());

        assertThat(callRequirements()).extracting(CallRequirement::call).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void theDocumentForProgramsSaysTheSame() throws IOException {
        Map<String, String> inDocument = new TreeMap<>();
        OpenApiDocument.committed().operations().forEach(it -> inDocument.put(it.toString(), it.role()));
        Map<String, String> inGuide = new TreeMap<>();
        callRequirements()
                .forEach(it -> inGuide.put(
                        it.call(), it.role() == null ? "" : it.role().lowerCaseName()));

        assertThat(inDocument).isEqualTo(inGuide);
    }

    @Test
    void theTableOfOperationsSaysTheSame() throws IOException {
        Map<String, Role> byCall = new TreeMap<>();
        callRequirements().forEach(it -> byCall.put(it.call(), it.role()));

        assertThat(OperationTable.all()).allSatisfy(operation -> assertThat(byCall)
                .containsEntry("POST " + operation.path(), operation.requiredRole()));
    }

    static Stream<Arguments> callsOfBothKinds() throws IOException {
        return callRequirements().stream()
                .flatMap(callRequirement ->
                        Stream.of(Arguments.of(callRequirement, false), Arguments.of(callRequirement, true)));
    }

    @ParameterizedTest(name = "{0}, reading closed: {1}")
    @MethodSource("callsOfBothKinds")
    void onlyCallersWithTheRoleMayMakeTheCall(CallRequirement callRequirement, boolean isClosed) {
        RunningLedger ledger = isClosed ? closed : open;
        boolean forEverybody = callRequirement.role() == null
                || callRequirement.role() == Role.READER && !isClosed && !callRequirement.evenWhenReadingIsOpen();
        long before = events(ledger);
        String tokens = ledger.get("/tokens", admin()).text();

        SECRETS.get(ledger).rejected().forEach((which, secret) -> {
            Answer answer = call(ledger, callRequirement, secret);
            if (secret == null && forEverybody) {
                assertThat(answer.status()).as(which).isNotIn(401, 403);
            } else {
                assertUnauthorized(which, answer);
            }
        });
        SECRETS.get(ledger).byRole().forEach((role, secret) -> {
            boolean may = forEverybody || role.includes(callRequirement.role());
            if (!may) {
                Answer answer = call(ledger, callRequirement, secret);
                assertThat(answer.status() + " " + answer.code())
                        .as(role.lowerCaseName())
                        .isEqualTo("403 forbidden");
                assertThat(answer.json().path("detail").stringValue())
                        .isEqualTo(
                                "This needs the role " + callRequirement.role().lowerCaseName() + ".");
            }
        });
        assertThat(events(ledger)).isEqualTo(before);
        assertThat(withoutUse(ledger.get("/tokens", admin()).text())).isEqualTo(withoutUse(tokens));

        SECRETS.get(ledger).byRole().forEach((role, secret) -> {
            if (forEverybody || role.includes(callRequirement.role())) {
                assertThat(call(ledger, callRequirement, secret).status())
                        .as(role.lowerCaseName())
                        .isNotIn(401, 403, 404, 405, 500);
            }
        });
    }

    /** A row of the matrix of ops: a file with one line, which is either carried out or refused for the role. */
    @ParameterizedTest
    @EnumSource
    void anImportTakesFromEachRoleTheLinesThatItsCallsWouldTake(Role role) throws IOException {
        Map<String, Role> byCall = new TreeMap<>();
        callRequirements().forEach(callRequirement -> byCall.put(callRequirement.call(), callRequirement.role()));
        Map<String, Role> byOp = new TreeMap<>();
        OpenApiDocument.committed().commands().forEach((op, call) -> byOp.put(op, byCall.get(call.toString())));
        List<String> ops = new ArrayList<>();
        OperationTable.ops().forEach(ops::add);
        assertThat(byOp.keySet()).containsExactlyElementsOf(ops);
        long before = events(open);

        Answer answer =
                imported(role, ops.stream().map(op -> "{\"op\":\"" + op + "\"}").toList());

        if (!role.includes(Role.REPORTER)) {
            assertThat(answer.code()).isEqualTo("forbidden");
            return;
        }
        assertThat(answer.lines()).hasSameSizeAs(ops);
        for (int i = 0; i < ops.size(); i++) {
            var problem = answer.lines().get(i).path("problem");
            if (role.includes(byOp.get(ops.get(i)))) {
                assertThat(problem.path("code").stringValue()).as(ops.get(i)).isEqualTo("field_missing");
            } else {
                assertThat(problem.path("code").stringValue()).as(ops.get(i)).isEqualTo("forbidden");
                assertThat(problem.path("status").intValue()).isEqualTo(403);
                assertThat(problem.path("pointer").stringValue()).isEqualTo("/op");
            }
        }
        assertThat(events(open)).isEqualTo(before);
    }

    @Test
    void ofAReportersImportTheLinesThatAreNotHersAreRefusedAndAnEditorCanSendThemAgain() {
        List<String> file = List.of(
                "{\"op\":\"register_subject\",\"id\":\"hers\",\"kind\":\"person\",\"name\":\"N\"}",
                "{\"op\":\"retract_claim\",\"claim\":\"one\",\"reasons\":[\"duplicate\"]}",
                "{\"op\":\"name_subject\",\"subject\":\"hers\",\"name\":\"M\"}");

        assertThat(statuses(imported(Role.REPORTER, file))).containsExactly("accepted", "refused", "accepted");
        assertThat(statuses(imported(Role.EDITOR, file))).containsExactly("duplicate", "accepted", "duplicate");

        assertThat(open.get("/subjects/hers/history").json().path("items").findValuesAsString("actor"))
                .containsOnly("reporter-1");
        assertThat(open.get("/claims/one/history").json().path("items").findValuesAsString("actor"))
                .containsExactly("admin", "editor-1");
    }

    @Test
    void aDryRunNeedsWhatTheWriteNeeds() {
        String retraction = "{\"reasons\":[\"other\"]}";
        String path = "/sources/report/retraction";

        assertThat(as(Role.REPORTER, path + "?dryRun=true", retraction).code()).isEqualTo("forbidden");
        assertThat(as(Role.LEGAL, path + "?dryRun=true", retraction).code()).isEqualTo("forbidden");
        assertThat(as(Role.EDITOR, path + "?dryRun=true", retraction).status()).isEqualTo(200);
    }

    @Test
    void whetherThereIsSuchAThingIsToldToNobodyWhoMayNotAsk() {
        for (String path : List.of("/claims/nobody/retraction", "/nothing", "/tokens/nothing")) {
            assertUnauthorized(path, open.send(open.request(path).POST(BodyPublishers.ofString("{}"))));
        }
        for (String path : List.of("/claims/nobody", "/claims/one", "/nothing", "/claims?limit=x", "/events")) {
            assertUnauthorized(path, closed.get(path));
        }
        assertThat(as(Role.REPORTER, "/claims/nobody/retraction", "{").code()).isEqualTo("forbidden");
        assertThat(closed.get("/openapi.json").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerToWhoeverIsNotLetInIsTheSame() {
        List<String> bodies = new ArrayList<>();
        credentials
                .rejected()
                .forEach((which, secret) ->
                        bodies.add(call(open, new CallRequirement("GET /api/v1/tokens", Role.ADMIN, false), secret)
                                .text()));

        assertThat(bodies).hasSize(5).containsOnly(bodies.getFirst());
    }

    @Test
    void nobodySaysWhoTheyAreButByTheirToken() {
        Answer made = open.send(open.request(
                        "/subjects",
                        "X-Actor",
                        "admin",
                        "Actor",
                        "admin",
                        "X-Forwarded-User",
                        "admin",
                        "Remote-User",
                        "admin",
                        "From",
                        "admin@example.org",
                        "X-Request-Id",
                        "chosen")
                .header("Authorization", "Bearer " + credentials.secretOf(Role.REPORTER))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"forged\",\"kind\":\"person\",\"name\":\"N\"}")));
        assertThat(made.status()).isEqualTo(201);
        var event = open.get("/subjects/forged/history").json().at("/items/0");
        assertThat(event.path("actor").stringValue()).isEqualTo("reporter-1");
        assertThat(event.path("request").stringValue())
                .isEqualTo(made.header("X-Request-Id").orElseThrow());

        for (String field : List.of("actor", "by", "role", "token")) {
            String body = "{\"kind\":\"person\",\"name\":\"N\",\"" + field + "\":\"admin\"}";
            assertThat(as(Role.REPORTER, "/subjects", body).code()).isEqualTo("unknown_field");
            assertThat(as(Role.REPORTER, "/subjects?" + field + "=admin", "{\"kind\":\"person\",\"name\":\"N\"}")
                            .code())
                    .isEqualTo("parameter_unknown");
            assertThat(imported(Role.REPORTER, List.of("{\"op\":\"register_subject\"," + body.substring(1)))
                            .lines()
                            .getFirst()
                            .at("/problem/code")
                            .stringValue())
                    .isEqualTo("unknown_field");
        }
    }

    private static Answer call(RunningLedger ledger, CallRequirement callRequirement, @Nullable String secret) {
        String[] call = callRequirement.call().split(" ");
        String path = call[1].replace("/sources/{id}", "/sources/report")
                .replace("/tokens/{id}", "/tokens/" + revocable(ledger))
                .replace("{id}", "one")
                .replace("{eid}", "e1")
                .replace("{key}", "sentenced")
                .replace("{name}", "directory")
                .replace("{n}", "1")
                .replace("{version}", "2");
        String query = path.endsWith("/diff") ? "?from=1" : "";
        var request = ledger.request(path + query);
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (call[0].equals("POST")) {
            request.header("Content-Type", path.endsWith("/imports") ? "application/x-ndjson" : "application/json");
        }
        return ledger.send(request.method(
                call[0], call[0].equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
    }

    /** The id of an unused token. */
    private static String revocable(RunningLedger ledger) {
        for (var token : ledger.get("/tokens", admin()).json().path("items")) {
            if (token.path("name").stringValue().equals("revoked-1")) {
                return token.path("id").stringValue();
            }
        }
        throw new AssertionError("there is no such token");
    }

    private static long events(RunningLedger ledger) {
        return ledger.get("/events", admin()).lines().size();
    }

    private static String withoutUse(String tokens) {
        return tokens.replaceAll("\"lastUsed\":(null|\"[^\"]*\")", "");
    }

    private static String[] admin() {
        return new String[] {"Authorization", "Bearer " + RunningLedger.TOKEN};
    }

    private static void assertUnauthorized(String what, Answer answer) {
        assertThat(answer.status() + " " + answer.code()).as(what).isEqualTo("401 unauthorized");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"claims-ledger\"");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isPresent();
    }

    private static Answer as(Role role, String path, String body) {
        return open.send(open.request(path)
                .header("Authorization", "Bearer " + credentials.secretOf(role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static Answer imported(Role role, List<String> lines) {
        return open.send(open.request("/imports")
                .header("Authorization", "Bearer " + credentials.secretOf(role))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines))));
    }

    private static List<String> statuses(Answer answer) {
        return answer.lines().stream()
                .map(line -> line.path("status").stringValue())
                .toList();
    }
}
