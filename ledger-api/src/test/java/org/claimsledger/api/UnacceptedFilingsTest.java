package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * A reporter files claims and evidence. Some wait, some are refused, and whatever is said in them, ids included, has a
 * word in it that is nowhere else. Every reading call that the application has, pages included, is asked for it by
 * everybody who may not read it, and by everybody who may.
 */
class UnacceptedFilingsTest {

    private static final Pattern HIDDEN = Pattern.compile("zqwait", Pattern.CASE_INSENSITIVE);

    /** Words of what is hidden, each of which editors and the filer can read. */
    private static final List<String> HIDDEN_WORDS = List.of(
            "zqwait-claim",
            "zqwait-refused",
            "zqwait-piece",
            "zqwait-refused-piece",
            "Zqwait value",
            "Zqwait statement",
            "Zqwait passage",
            "Zqwait witness",
            "Zqwait locator",
            "Zqwait reason");

    private static final String EVIDENCE = """
        'source':'second','stance':'supports','attribution':['Zqwait witness'],'locator':'Zqwait locator',
        'quote':{'exact':'Zqwait passage','prefix':'Zqwait before','suffix':'Zqwait after'}
        """.replace("\n", "");

    @TempDir
    static Path folder;

    private static Credentials credentials;
    private static RunningLedger ledger;
    private static String stranger;
    private static long headBefore;
    private static long head;

    /** What everybody read before anything was filed that they may not read. */
    private static final Map<String, Answer> BEFORE = new LinkedHashMap<>();

    /** What everybody read right after it was filed. */
    private static final Map<String, Answer> AFTER = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        credentials = Credentials.in(folder.resolve("ledger"));
        ledger = RunningLedger.in(folder.resolve("ledger"), "--ledger.rate=0", "--ledger.review=on");
        file(
                "{'op':'define_predicate','key':'sentenced','cardinality':'one'}",
                "{'op':'register_source','id':'first','kind':'news_report','title':'A report','publisher':'Press',"
                        + "'published':'2010-01-01','url':'https://example.org/first'}",
                "{'op':'register_source','id':'second','kind':'news_report','title':'Another','publisher':'Wire',"
                        + "'published':'2011-01-01'}",
                "{'op':'register_subject','id':'one','kind':'person','name':'The Accused'}",
                claim("c-open", "Four years.", "'source':'first'"),
                claim("c-last", "Five years.", "'source':'first'"),
                "{'op':'relate_claims','claim':'c-open','other':'c-last','relation':'contradicts'}");
        stranger = requireSuccess(as(RunningLedger.TOKEN, "/tokens", "{'name':'tom','role':'reporter'}"))
                .json()
                .path("secret")
                .stringValue();
        headBefore = ledger.head();
        paths().stream()
                .filter(it -> it.startsWith("/api/") && !HIDDEN.matcher(it).find())
                .flatMap(path -> ways(path).stream().map(way -> path + way))
                .forEach(path -> BEFORE.put(path, get(path, null)));
        String reporter = credentials.secretOf(Role.REPORTER);
        String editor = credentials.secretOf(Role.EDITOR);
        for (String id : List.of("zqwait-claim", "zqwait-refused")) {
            requireSuccess(
                    as(reporter, "/claims", claim(id, "Zqwait value", EVIDENCE).replace("'op':'assert_claim',", "")));
        }
        for (String id : List.of("zqwait-piece", "zqwait-refused-piece")) {
            String attributed = EVIDENCE.replace("Zqwait witness", "Zqwait witness of " + id);
            requireSuccess(as(reporter, "/claims/c-open/evidence", "{'id':'" + id + "'," + attributed + "}"));
        }
        requireSuccess(as(editor, "/claims/zqwait-refused/review", "{'decision':'refused','reason':'Zqwait reason'}"));
        requireSuccess(as(
                editor,
                "/claims/c-open/review",
                "{'decision':'refused','evidence':['zqwait-refused-piece'],'reason':'Zqwait reason'}"));
        requireSuccess(as(
                editor,
                "/claims/c-last/relations",
                "{'relation':'contradicts','other':'zqwait-claim','reason':'Zqwait relation'}"));
        head = ledger.head();
        BEFORE.keySet().forEach(path -> AFTER.put(path, get(path, null)));
    }

    private static String claim(String id, String value, String evidence) {
        return "{'op':'assert_claim','id':'" + id + "','subject':'one','predicate':'sentenced','value':{'text':'"
                + value
                + "'},'statement':'He was given: " + value.replace("value", "statement") + "','evidence':{" + evidence
                + "}}";
    }

    private static void file(String... lines) {
        Answer answer = ledger.importLines(
                Stream.of(lines).map(line -> line.replace('\'', '"')).toArray(String[]::new));
        assertThat(answer.lines())
                .as(answer.text())
                .allMatch(line -> line.path("status").stringValue().equals("accepted"));
    }

    private static Answer requireSuccess(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private static Answer as(String secret, String path, String body, String... headers) {
        return ledger.send(ledger.request(path, headers)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
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
                        .replace("{n}", "1")
                        .replace("{version}", "2")
                        .replace("{eid}", "e1");
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
            return List.of("c-open", "c-last", "zqwait-claim", "zqwait-refused");
        }
        if (pattern.contains("/subjects/")) {
            return List.of("one");
        }
        if (pattern.contains("/predicates/")) {
            return List.of("sentenced");
        }
        assertThat(pattern)
                .as("a kind of thing that this test knows nothing of")
                .contains("/sources/");
        return List.of("first", "second");
    }

    /** Variants of a call, with its own parameters and with some that it may not have. */
    private static List<String> ways(String path) {
        List<String> ways = new ArrayList<>(List.of("", "?limit=1", "?q=zqwait", "?q=years", "?source=second"));
        ways.addAll(List.of("?status=proposed", "?status=refused", "?publishedBy=2012-01-01", "?subject=one"));
        if (path.endsWith("/diff")) {
            ways.addAll(List.of("?from=1", "?from=@1", "?from=@" + headBefore, "?from=1980-01-01&clock=published"));
        }
        if (path.endsWith("/versions")) {
            ways.addAll(List.of("?clock=published", "?publishedBy=2010-06-01"));
        }
        if (path.endsWith("/changes") || path.endsWith("/compare")) {
            ways.addAll(List.of("?from=@" + headBefore, "?asOf=@" + headBefore + "&toAsOf=@" + (headBefore + 100)));
        }
        if (path.startsWith("/find/")) {
            ways.add("?name=s&s.find=zqwait");
        }
        return ways;
    }

    private static Answer get(String path, @Nullable String secret) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.base().resolve(path));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return ledger.send(request.GET());
    }

    /** An answer may repeat its question. */
    private static String withoutWhatWasAsked(String text, String path) {
        String left = text;
        for (String asked : List.of("zqwait-refused", "zqwait-claim", "zqwait")) {
            left = path.contains(asked) ? left.replaceAll("(?i)" + asked + "(?!-)", "") : left;
        }
        return left;
    }

    private static void assertTellsNothing(String path, @Nullable String secret) {
        Answer answer = get(path, secret);
        assertThat(answer.status()).as(path).isLessThan(500);
        assertThat(withoutWhatWasAsked(
                        answer.text() + answer.response().headers().map(), path))
                .as(path)
                .doesNotContainPattern(HIDDEN);
    }

    private static List<@Nullable String> othersThanTheFiler() {
        List<@Nullable String> others = new ArrayList<>();
        others.add(null);
        others.add(credentials.secretOf(Role.READER));
        others.add(stranger);
        return others;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nothingThatNobodyAcceptedIsReadByOthers(String path) {
        for (String secret : othersThanTheFiler()) {
            for (String way : ways(path)) {
                assertTellsNothing(path + way, secret);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void norAsOfAnyDate(String path) {
        for (long position = headBefore; position <= head; position++) {
            assertTellsNothing(path + "?asOf=@" + position, null);
        }
    }

    @Test
    void norIsAnythingElseThatOthersReadAnotherThanBefore() {
        assertThat(BEFORE).hasSizeGreaterThan(50);
        BEFORE.forEach((path, before) -> {
            Answer now = AFTER.get(path);
            if (!path.contains("/events") && !path.contains("/projections")) {
                assertThat(withoutPositionOfTheReading(now.text()))
                        .as(path)
                        .isEqualTo(withoutPositionOfTheReading(before.text()));
                assertThat(now.header("ETag")).as(path).isEqualTo(before.header("ETag"));
            }
        });
    }

    /** The viewpoint names the head of the log, and cursors are fixed to it. */
    private static String withoutPositionOfTheReading(String text) {
        return text.replaceAll("\"asOf\":\\{[^}]*}", "\"asOf\":{}")
                .replaceAll("\"to\":(" + headBefore + "|" + head + ")", "\"to\":0")
                .replaceAll("\"next\":\"[^\"]*\"", "\"next\":\"\"");
    }

    @Test
    void aHiddenClaimIsLikeOneThatIsNotThere() {
        for (String id : List.of("zqwait-claim", "zqwait-refused")) {
            for (String path : List.of(
                    "/api/v1/claims/%s",
                    "/api/v1/claims/%s/history",
                    "/api/v1/claims/%s/versions",
                    "/api/v1/claims/%s/diff?from=1",
                    "/claims/%s")) {
                Answer asked = get(path.formatted(id), stranger);
                Answer unknown = get(path.formatted("no-such-claim"), stranger);
                assertThat(asked.status()).as(path).isEqualTo(404);
                assertThat(asked.text().replace(id, "no-such-claim")).as(path).isEqualTo(unknown.text());
            }
        }
    }

    @Test
    void editorsAndTheFilerReadAllOfIt() {
        for (Role role : List.of(Role.REPORTER, Role.EDITOR, Role.LEGAL, Role.ADMIN)) {
            StringBuilder read = new StringBuilder();
            paths().stream()
                    .filter(it -> it.startsWith("/api/"))
                    .forEach(path ->
                            read.append(get(path, credentials.secretOf(role)).text()));
            assertThat(read.toString()).as(role.lowerCaseName()).contains(HIDDEN_WORDS);
        }
    }

    @Test
    void eventsKeepTheirPlacesAndHashesAndTellNothingElse() {
        List<JsonNode> whole =
                get("/api/v1/events", credentials.secretOf(Role.EDITOR)).lines();
        List<JsonNode> seen = get("/api/v1/events", null).lines();

        assertThat(seen).hasSameSizeAs(whole);
        int withheld = 0;
        for (int i = 0; i < whole.size(); i++) {
            assertThat(seen.get(i).path("hash")).isEqualTo(whole.get(i).path("hash"));
            if (seen.get(i).path("type").stringValue().equals("withheld")) {
                withheld++;
                assertThat(seen.get(i).has("actor")).isFalse();
                assertThat(seen.get(i).has("payload")).isFalse();
            } else {
                assertThat(seen.get(i)).isEqualTo(whole.get(i));
            }
        }
        assertThat(withheld).isEqualTo(head - headBefore);
    }

    @Test
    void whatIsAcceptedAppears() {
        String reporter = credentials.secretOf(Role.REPORTER);
        String body = claim("told-later", "Six years.", "'source':'second'").replace("'op':'assert_claim',", "");
        long filed = requireSuccess(as(reporter, "/claims", body))
                .json()
                .path("position")
                .longValue();
        assertThat(get("/api/v1/claims/told-later", stranger).status()).isEqualTo(404);
        assertThat(get("/api/v1/claims/told-later", reporter).status()).isEqualTo(200);

        requireSuccess(as(credentials.secretOf(Role.EDITOR), "/claims/told-later/review", "{'decision':'accepted'}"));

        assertThat(get("/api/v1/claims/told-later", stranger).status()).isEqualTo(200);
        assertThat(get("/api/v1/claims?q=six+years", null).json().path("items")).hasSize(1);
        assertThat(get("/api/v1/claims/told-later/history", null).json().path("items"))
                .hasSize(2);
        assertThat(get("/api/v1/events?after=" + (filed - 1), null)
                        .lines()
                        .getFirst()
                        .path("type")
                        .stringValue())
                .isEqualTo("claim_asserted");
        assertThat(get("/api/v1/claims/told-later?asOf=@" + filed, null).status())
                .isEqualTo(404);
        requireSuccess(as(
                credentials.secretOf(Role.EDITOR),
                "/claims/told-later/retraction",
                "{'reasons':['recorded_in_error']}"));
    }
}
