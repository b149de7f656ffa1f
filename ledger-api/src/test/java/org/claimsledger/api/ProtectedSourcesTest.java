package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two sources are protected, one from the first and one after everybody could read it, and whatever is said of them has
 * a word or a date in it that is nowhere else. Every reading call that the application has, pages included, is asked
 * for it.
 */
class ProtectedSourcesTest {

    /** Words and dates that would reveal the source. */
    private static final Pattern REVEALING = Pattern.compile(
            "zqmark|\\b198[78]\\b|2001-02-03|february 2001|(de){8}|\"kw\"|cornish", Pattern.CASE_INSENSITIVE);

    /** Words and dates of the protected sources, each of which editors can read. */
    private static final List<String> PROTECTED_WORDS = List.of(
            "zqmark-source",
            "zqmark-later",
            "Zqmark title",
            "Zqmark publisher",
            "Zqmark author",
            "https://zqmark.example/paper",
            "1987-06-05",
            "2001-02-03",
            "dedededededededede",
            "\"kw\"",
            "Zqmark note",
            "Zqmark outlet",
            "Zqmark witness",
            "Zqmark passage",
            "Zqmark before",
            "Zqmark after",
            "Zqmark locator",
            "Zqmark amended",
            "Zqmark noticed",
            "https://zqmark.example/notice",
            "1988-07-08",
            "Zqmark corrected",
            "Zqmark withdrawn",
            "Zqmark retracted",
            "Zqmark reinstated",
            "Zqmark accepted",
            "Zqmark protected",
            "zqmark-line",
            "zqmark-key");

    private static final List<String> CLAIMS = List.of(
            "c-open", "c-mixed", "c-only", "c-echo", "c-cited", "c-withdrawn", "c-retracted", "c-reviewed", "c-later");

    private static final String DETAILS = """
        "kind":"interview","title":"Zqmark title","publisher":"Zqmark publisher","authors":["Zqmark author"],
        "url":"https://zqmark.example/paper%s","language":"kw","published":"1987-06-05",
        "retrievedAt":"2001-02-03T04:05:06Z","contentSha256":"%s","reliability":"B",
        "lineage":[{"relation":"derives_from","source":"open"},{"relation":"cites","outlet":"Zqmark outlet"}],
        "note":"Zqmark note"
        """.replace("\n", "");

    private static final String EVIDENCE = """
        "stance":"supports","attribution":["Zqmark witness",{"subject":"insider"}],"locator":"Zqmark locator",
        "quote":{"exact":"Zqmark passage","prefix":"Zqmark before","suffix":"Zqmark after"}
        """.replace("\n", "");

    @TempDir
    static Path folder;

    private static Credentials credentials;
    private static RunningLedger ledger;
    private static String first;
    private static String later;
    private static long head;
    private static long protectedAt;

    @BeforeAll
    static void start() {
        credentials = Credentials.in(folder.resolve("ledger"));
        ledger = RunningLedger.in(folder.resolve("ledger"), "--ledger.rate=0", "--ledger.review=on");
        file(
                "{'op':'define_predicate','key':'sentenced','cardinality':'one'}",
                "{'op':'define_predicate','key':'met','cardinality':'many','valueKinds':['subject']}",
                "{'op':'register_source','id':'open','kind':'news_report','title':'An open report','publisher':'Press',"
                        + "'published':'2010-01-01','url':'https://example.org/open'}",
                "{'op':'register_subject','id':'one','kind':'person','name':'The Accused'}",
                "{'op':'register_subject','id':'insider','kind':'person','name':'Someone Inside'}",
                claim("c-open", "Four years.", "'source':'open'"));
        first = registered("zqmark-source", "", "\"protected\":true,");
        later = registered("zqmark-later", "/later", "");
        file(
                "{'op':'amend_source','source':'zqmark-source','note':'Zqmark note, amended','reason':'Zqmark"
                        + " amended'}",
                "{'op':'notice_source','source':'zqmark-source','type':'correction','published':'1988-07-08',"
                        + "'url':'https://zqmark.example/notice','note':'Zqmark noticed'}",
                "{'op':'name_subject','subject':'one','name':'Accused','source':'zqmark-source'}",
                "{'op':'register_source','id':'echo','kind':'news_report','title':'A reprint',"
                        + "'lineage':[{'relation':'republishes','source':'zqmark-source'}]}",
                claim("c-mixed", "Five years.", "'source':'open'"),
                "{'op':'attach_evidence','claim':'c-mixed','source':'zqmark-source'," + EVIDENCE + "}",
                claim("c-only", "Six years.", "'source':'zqmark-source'," + EVIDENCE)
                        .replace("'op'", "'importKey':'zqmark-line','op'"),
                claim("c-echo", "Seven years.", "'source':'echo'"),
                claim("c-cited", "Eight years.", "'source':'open','attribution':[{'source':'zqmark-source'}]"),
                "{'op':'register_source','id':'reprint','kind':'news_report','title':'A reprint of the open one',"
                        + "'lineage':[{'relation':'republishes','source':'open'}]}",
                "{'op':'attach_evidence','claim':'c-cited','source':'reprint','stance':'supports'}",
                "{'op':'revise_claim','claim':'c-mixed','kind':'correction','changes':{'value':{'text':'Five years and"
                        + " a half.'}},'basis':{'source':'zqmark-source'},'reason':'Zqmark corrected'}",
                claim("c-withdrawn", "Nine years.", "'source':'zqmark-source'," + EVIDENCE),
                "{'op':'withdraw_evidence','claim':'c-withdrawn','evidence':'e1','reasons':['other'],"
                        + "'note':'Zqmark withdrawn'}",
                claim("c-retracted", "Ten years.", "'source':'open'"),
                "{'op':'retract_claim','claim':'c-retracted','reasons':['other'],'basis':{'source':'zqmark-source'},"
                        + "'note':'Zqmark retracted'}",
                "{'op':'reinstate_claim','claim':'c-retracted','reasons':['other'],"
                        + "'basis':{'source':'zqmark-source'},'note':'Zqmark reinstated'}",
                "{'op':'retract_claim','claim':'c-retracted','reasons':['other'],'basis':{'source':'zqmark-source'},"
                        + "'note':'Zqmark retracted again'}",
                claim("c-reviewed", "Eleven years.", "'source':'open'"),
                claim("c-later", "Twelve years.", "'source':'zqmark-later'," + EVIDENCE),
                "{'op':'notice_source','source':'zqmark-later','type':'partial_retraction','published':'1988-07-08',"
                        + "'evidence':[{'claim':'c-later','evidence':'e1'}]}",
                "{'op':'notice_source','source':'zqmark-later','type':'reinstatement','published':'1988-07-09'}");
        for (String id : List.of("zqmark-source", "zqmark-later")) {
            requireSuccess(
                    as(Role.REPORTER, "/claims/c-reviewed/evidence", "{\"source\":\"" + id + "\"," + EVIDENCE + "}"));
        }
        requireSuccess(as(
                Role.EDITOR,
                "/claims/c-reviewed/review",
                "{\"decision\":\"accepted\",\"evidence\":[\"e2\"],\"reason\":\"Zqmark accepted\"}"));
        protectedAt = requireSuccess(
                        as(Role.EDITOR, "/sources/zqmark-later/protection", "{\"reason\":\"Zqmark protected\"}"))
                .json()
                .path("position")
                .longValue();
        requireSuccess(as(Role.EDITOR, "/claims/c-open/rank", "{\"rank\":\"normal\"}"));
        head = ledger.get("/events").lines().size();
    }

    private static String claim(String id, String value, String evidence) {
        return "{'op':'assert_claim','id':'" + id + "','subject':'one','predicate':'sentenced','value':{'text':'"
                + value
                + "'},'statement':'He was given " + value.toLowerCase(Locale.ROOT) + "','evidence':{" + evidence
                + "}}";
    }

    private static void file(String... lines) {
        Answer answer = ledger.importLines(
                Stream.of(lines).map(line -> line.replace('\'', '"')).toArray(String[]::new));
        assertThat(answer.lines())
                .as(answer.text())
                .allMatch(line -> line.path("status").stringValue().equals("accepted"));
    }

    /** @return the source's stand-in */
    private static String registered(String id, String url, String fields) {
        String body = "{\"id\":\"" + id + "\"," + fields + DETAILS.formatted(url, "de".repeat(32)) + "}";
        Answer made = requireSuccess(as(Role.REPORTER, "/sources", body, "Idempotency-Key", "zqmark-key" + url));
        return "protected-" + made.json().path("position").longValue();
    }

    private static Answer requireSuccess(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private static Answer as(Role role, String path, String body, String... headers) {
        return ledger.send(ledger.request(path, headers)
                .header("Authorization", "Bearer " + credentials.secretOf(role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** Every readable path of the API and the desk, filled in with all ids that exist. */
    static List<String> paths() {
        Set<String> patterns = new TreeSet<>();
        ledger.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty() || methods.toString().contains("GET")) {
                        patterns.addAll(mapping.getPatternValues());
                    }
                });
        patterns.removeIf(it -> it.contains("{about:") || it.equals("/new/{name}"));
        OperationTable.all().forEach(operation -> patterns.add(operation.formPath()));
        List<String> paths = new ArrayList<>();
        for (String pattern : patterns) {
            for (String id : pattern.contains("{id}") ? ids(pattern) : List.of("")) {
                String path = pattern.replace("{id}", id)
                        .replace("{key}", "sentenced")
                        .replace("{name}", "directory")
                        .replace("{eid}", "e1")
                        .replace("{n}", "1")
                        .replace("{version}", "2");
                assertThat(path)
                        .as("a variable that this test knows not how to fill")
                        .doesNotContain("{");
                paths.add(path);
            }
        }
        return paths;
    }

    private static List<String> ids(String pattern) {
        if (pattern.contains("/claims/")) {
            return CLAIMS;
        }
        if (pattern.contains("/subjects/")) {
            return List.of("one", "insider");
        }
        assertThat(pattern)
                .as("a kind of thing that this test knows nothing of")
                .contains("/sources/");
        return List.of("open", "echo", "zqmark-source", "zqmark-later", first, later);
    }

    /** Variants of a call, with its own parameters and with some that it may not have. */
    private static List<String> ways(String path) {
        List<String> ways = new ArrayList<>(List.of("", "?limit=1", "?asOf=@" + (protectedAt - 1)));
        if (path.endsWith("/diff")) {
            ways.addAll(List.of(
                    "?from=@1",
                    "?from=1",
                    "?from=1980-01-01&clock=published",
                    "?from=1980-01-01&clock=published&asOf=@" + (protectedAt - 1)));
        }
        if (path.endsWith("/versions")) {
            ways.addAll(List.of("?clock=published", "?clock=published&asOf=@" + (protectedAt - 1)));
        }
        if (path.endsWith("/compare")) {
            ways.addAll(List.of("?asOf=@3&toAsOf=@" + head, "?asOf=@3&toAsOf=@" + (protectedAt - 1)));
        }
        if (path.startsWith("/find/")) {
            List.of("zqmark", "Zqmark title", "zqmark-source")
                    .forEach(it -> ways.add("?name=s&s.find=" + it.replace(' ', '+')));
        }
        for (String word : List.of("zqmark", "Zqmark title", "Zqmark publisher", "zqmark.example", "Zqmark passage")) {
            ways.add("?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
        for (String id : List.of("zqmark-source", "zqmark-later", first, later)) {
            ways.add("?source=" + id);
        }
        ways.add("?publishedBy=1999-01-01");
        ways.add("?publishedBy=1999-01-01&asOf=@" + (protectedAt - 1));
        return ways;
    }

    private static Answer get(String path, @Nullable Role role, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.base().resolve(path));
        if (role != null) {
            request.header("Authorization", "Bearer " + credentials.secretOf(role));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ledger.send(request.GET());
    }

    /** An answer may repeat its question. */
    private static String withoutWhatWasAsked(String text, String path) {
        String left = text;
        for (String asked : List.of("zqmark-source", "zqmark-later")) {
            left = path.contains(asked) ? left.replace(asked, "") : left;
        }
        int q = path.indexOf("q=");
        return q < 0 ? left : left.replaceAll("(?i)zqmark([. +](title|publisher|passage|example))?", "");
    }

    private static void assertTellsNothing(String path, @Nullable Role role) {
        Answer answer = get(path, role);
        assertThat(answer.status()).as(path).isLessThan(500);
        String headers = answer.response().headers().map().toString();
        assertThat(withoutWhatWasAsked(answer.text() + headers, path))
                .as(role + " " + path)
                .doesNotContainPattern(REVEALING);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nothingThatCanBeReadTellsWhichSourceAProtectedOneIs(String path) {
        for (String way : ways(path)) {
            assertTellsNothing(path + way, null);
        }
        for (Role role : List.of(Role.READER, Role.REPORTER)) {
            assertTellsNothing(path, role);
            assertTellsNothing(path + "?q=zqmark", role);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void norDoesItAsOfAnyDate(String path) {
        for (long position = 0; position <= head; position += 3) {
            assertTellsNothing(path + "?asOf=@" + position, null);
        }
    }

    @Test
    void norDoesAnyPageOfAList() {
        for (String path : paths()) {
            String next = path.startsWith("/api/") ? next(get(path + "?limit=1", null)) : null;
            for (int pages = 0; next != null && pages < 200; pages++) {
                String page = path + "?limit=1&cursor=" + next;
                assertTellsNothing(page, null);
                next = next(get(page, null));
            }
        }
    }

    private static @Nullable String next(Answer answer) {
        boolean json = answer.header("Content-Type").orElse("").equals("application/json");
        return json ? answer.json().path("next").stringValue(null) : null;
    }

    @Test
    void editorsReadAllOfIt() {
        for (Role role : List.of(Role.EDITOR, Role.LEGAL, Role.ADMIN)) {
            StringBuilder read = new StringBuilder();
            paths().stream()
                    .filter(it -> it.startsWith("/api/"))
                    .forEach(path -> read.append(get(path, role).text()));
            assertThat(read.toString()).as(role.lowerCaseName()).contains(PROTECTED_WORDS);
            assertThat(read).contains("\"standIn\":\"" + first + "\"", "\"standIn\":\"" + later + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sources", "/api/v1/claims", "/api/v1/subjects", "/search"})
    void aSearchForAWordOfItIsLikeOneForAWordThatIsNowhere(String path) {
        for (String word : List.of("zqmark", "Zqmark", "zqmar", "zqmark passage", "cornish", "interview", "1987")) {
            for (String way : List.of("", "&limit=1", "&asOf=@" + (protectedAt - 1))) {
                String asked = word.replace(" ", "+");
                String nowhere = asked.replaceAll("[a-zA-Z0-9]+", "qwxyzzy");
                String found = get(path + "?q=" + asked + way, null).text();
                String none = get(path + "?q=" + nowhere + way, null).text();
                assertThat(found.replaceAll(
                                word + "|" + Pattern.quote(asked) + "|" + asked.replace("+", "%2B"), "qwxyzzy"))
                        .as(path + " " + word + way)
                        .isEqualTo(none.replaceAll("qwxyzzy( |\\+|%2B)qwxyzzy", "qwxyzzy"));
            }
        }
        assertThat(get("/api/v1/sources?q=zqmark", Role.EDITOR).json().path("items"))
                .hasSize(2);
    }

    @Test
    void itsIdIsLikeOneThatIsNotThere() {
        for (String id : List.of("zqmark-source", "zqmark-later")) {
            for (String path : List.of(
                    "/api/v1/sources/%s",
                    "/api/v1/sources/%s/claims",
                    "/api/v1/sources/%s/history",
                    "/api/v1/claims?source=%s",
                    "/api/v1/claims?source=%s&q=years",
                    "/api/v1/claims?source=%s&asOf=@" + (protectedAt - 1),
                    "/sources/%s",
                    "/claims?source=%s")) {
                Answer asked = get(path.formatted(id), Role.READER);
                Answer unknown = get(path.formatted("no-such-source"), Role.READER);
                assertThat(asked.status()).isEqualTo(unknown.status());
                assertThat(asked.text().replace(id, "no-such-source")).as(path).isEqualTo(unknown.text());
            }
        }
    }

    /** Otherwise the source's dates could be found by trying one date after the other. */
    @Test
    void whatHadBeenPublishedTellsNoDateOfIt() {
        List<List<String>> around = List.of(
                List.of("1987-06-04", "1987-06-06"),
                List.of("1988-07-07", "1988-07-10"),
                List.of("2001-02-02", "2001-02-04"));
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/claims?",
                "/api/v1/state?",
                "/api/v1/subjects/one/dossier?",
                "/api/v1/reviews?",
                "/api/v1/sources/" + later + "/claims?",
                "/api/v1/claims?q=years&"));
        CLAIMS.forEach(claim -> paths.addAll(List.of(
                "/api/v1/claims/" + claim + "?",
                "/api/v1/claims/" + claim + "/versions?",
                "/api/v1/claims/" + claim + "/versions?clock=published&",
                "/api/v1/claims/" + claim + "/diff?from=1&")));
        for (String path : paths) {
            for (long asOf : List.of(protectedAt - 4, protectedAt - 2, protectedAt - 1, protectedAt, head)) {
                for (List<String> dates : around) {
                    String before = get(path + "asOf=@" + asOf + "&publishedBy=" + dates.getFirst(), null)
                            .text();
                    String after = get(path + "asOf=@" + asOf + "&publishedBy=" + dates.getLast(), null)
                            .text();
                    assertThat(after.replace(dates.getLast(), dates.getFirst()))
                            .as(path + asOf)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void itCanBeSeenThatAClaimRestsOnAProtectedSourceAndHowItCounts() {
        JsonNode forAll = get("/api/v1/claims/c-mixed", null).json();
        JsonNode forEditors = get("/api/v1/claims/c-mixed", Role.EDITOR).json();
        JsonNode evidence = forAll.at("/evidence/1");

        assertThat(evidence.at("/source").toString())
                .isEqualTo("{\"id\":\"" + first
                        + "\",\"title\":null,\"publisher\":null,\"publisherSubject\":null,\"published\":null,"
                        + "\"protected\":true}");
        assertThat(evidence.path("origin").stringValue()).isEqualTo(first);
        assertThat(evidence.path("attribution")).isEmpty();
        assertThat(evidence.path("stance")).isEqualTo(forEditors.at("/evidence/1/stance"));
        assertThat(forAll.path("origins")).isEqualTo(forEditors.path("origins"));
        assertThat(forAll.path("status")).isEqualTo(forEditors.path("status"));
        assertThat(get("/api/v1/claims/c-echo", null)
                        .json()
                        .at("/evidence/0/origin")
                        .stringValue())
                .isEqualTo(first);
        JsonNode source = get("/api/v1/sources/" + first, null).json();
        assertThat(source.path("kind").stringValue()).isEqualTo("interview");
        assertThat(source.path("protected").booleanValue()).isTrue();
        assertThat(get("/api/v1/sources/" + first + "/claims", null).json().path("items"))
                .hasSameSizeAs(get("/api/v1/sources/zqmark-source/claims", Role.EDITOR)
                        .json()
                        .path("items"));
    }

    @Test
    void eventsKeepTheirHashesAndLoseTheirSalts() {
        List<JsonNode> whole = get("/api/v1/events", Role.EDITOR).lines();
        List<JsonNode> seen = get("/api/v1/events", null).lines();

        assertThat(seen).hasSameSizeAs(whole);
        int redacted = 0;
        for (int i = 0; i < whole.size(); i++) {
            assertThat(seen.get(i).path("hash")).isEqualTo(whole.get(i).path("hash"));
            if (seen.get(i).path("type").stringValue().equals("withheld")) {
                redacted++;
                assertThat(seen.get(i).propertyNames())
                        .containsExactlyInAnyOrder("position", "type", "recordedAt", "redacted", "hash");
            } else if (seen.get(i).path("redacted").booleanValue(false)) {
                redacted++;
                assertThat(seen.get(i).has("salt")).isFalse();
                assertThat(((ObjectNode) seen.get(i).path("metadata")).propertyNames())
                        .containsExactlyInAnyOrder("actor", "request");
            } else {
                assertThat(seen.get(i)).isEqualTo(whole.get(i));
            }
        }
        assertThat(redacted).isGreaterThan(15);
        assertThat(whole).noneMatch(event -> event.has("redacted"));
    }

    @Test
    void theLiveStreamIsRedactedToo() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(ledger.base().resolve("/api/v1/events?after=0"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader stream =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                Set<String> ids = new LinkedHashSet<>();
                while (ids.size() < head) {
                    String line = stream.readLine();
                    assertThat(line).doesNotContainPattern(REVEALING);
                    if (line.startsWith("id: ")) {
                        ids.add(line);
                    }
                }
            }
        }
    }

    @Test
    void theSenderOfAProtectedSourceReadsNoMoreThanOthers() {
        Answer made = as(
                Role.REPORTER,
                "/sources",
                "{\"kind\":\"interview\",\"title\":\"Another\",\"protected\":true,\"url\":\"https://zqmark.example/paper\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").stringValue();
        String location = made.header("Location").orElseThrow();
        assertThat(location).startsWith("/api/v1/sources/protected-");
        JsonNode read = get(location, Role.REPORTER).json();
        assertThat(read.path("protected").booleanValue()).isTrue();
        assertThat(read.path("title").isNull()).isTrue();
        assertThat(get("/api/v1/sources/" + id, Role.REPORTER).status()).isEqualTo(404);
        assertThat(get("/api/v1/sources/" + id, Role.EDITOR)
                        .json()
                        .path("standIn")
                        .stringValue())
                .isEqualTo(location.substring("/api/v1/sources/".length()));
    }

    @Test
    void aUrlThatIsTriedTellsNothing() {
        String body = "{\"kind\":\"other\",\"title\":\"T\",\"url\":\"%s\"}";

        assertThat(as(Role.REPORTER, "/sources?dryRun=true", body.formatted("https://zqmark.example/paper"))
                        .status())
                .isEqualTo(200);
        assertThat(as(Role.REPORTER, "/sources?dryRun=true", body.formatted("https://example.org/open"))
                        .code())
                .isEqualTo("url_taken");
    }

    @Test
    void aDryRunTellsNobodyWhoStandsBehindIt() {
        String guess = "{\"source\":\"open\",\"attribution\":[\"%s\"]}";
        for (String who : List.of("Zqmark witness", "Nobody at all")) {
            String path = "/claims/c-only/evidence?dryRun=true";
            JsonNode forReporters =
                    as(Role.REPORTER, path, guess.formatted(who)).json();
            assertThat(forReporters.path("claims")).isEmpty();
            assertThat(forReporters.path("questions")).isEmpty();
            assertThat(forReporters.path("complete").booleanValue()).isFalse();
            assertThat(as(Role.EDITOR, path, guess.formatted(who)).json().path("claims"))
                    .hasSize(1);
        }
    }

    @Test
    void noMentionTellsWhoSpokeToIt() {
        assertThat(get("/subjects/insider", null).text()).doesNotContain("c-only", "/claims/c-mixed");
        assertThat(get("/subjects/insider", Role.EDITOR).text()).contains("/claims/c-only");
    }

    @Test
    void whatIsDisclosedIsReadByEverybodyAsOfEveryDate() {
        Map<String, String> body = Map.of("id", "told", "kind", "book", "title", "Told in the end");
        requireSuccess(as(Role.EDITOR, "/sources", json(body).replace("}", ",\"protected\":true}")));
        long position = get("/api/v1/sources/told", Role.EDITOR)
                .json()
                .at("/viewpoint/asOf/position")
                .longValue();
        assertThat(get("/api/v1/sources/told", null).status()).isEqualTo(404);

        assertThat(as(Role.REPORTER, "/sources/told/disclosure", "{\"reason\":\"R\"}")
                        .code())
                .isEqualTo("forbidden");
        requireSuccess(as(Role.EDITOR, "/sources/told/disclosure", "{\"reason\":\"R\"}"));

        JsonNode then = get("/api/v1/sources/told?asOf=@" + position, null).json();
        assertThat(then.path("title").stringValue()).isEqualTo("Told in the end");
        assertThat(then.path("protected").booleanValue()).isFalse();
        assertThat(get("/api/v1/sources/protected-" + position, null)
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo("told");
        assertThat(as(Role.EDITOR, "/sources/told/disclosure", "{\"reason\":\"R\"}")
                        .code())
                .isEqualTo("not_protected");
        assertThat(as(Role.EDITOR, "/sources/told/protection", "{}").code()).isEqualTo("field_missing");
        requireSuccess(as(Role.EDITOR, "/sources/told/protection", "{\"reason\":\"R\"}"));
        assertThat(as(Role.EDITOR, "/sources/told/protection", "{\"reason\":\"R\"}")
                        .code())
                .isEqualTo("already_protected");
        assertThat(get("/api/v1/sources/told?asOf=@" + position, null).status()).isEqualTo(404);
    }

    private static String json(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, text) -> parts.add("\"" + name + "\":\"" + text + "\""));
        return "{" + String.join(",", parts) + "}";
    }
}
