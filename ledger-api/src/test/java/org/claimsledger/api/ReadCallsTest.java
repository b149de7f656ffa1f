package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reads: one thing or a list, from any viewpoint, and histories. */
class ReadCallsTest {

    private static final int CLAIMS = 12;

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"define_predicate","key":"held_office","label":"held the office of"}\
            """, """
            {"op":"define_predicate","key":"arrested","time":"happens"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_source","id":"ruling","kind":"court_record","title":"A ruling"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_subject","id":"the-witness","kind":"person","name":"Айгүл the Witness"}\
            """);
        ledger.importLines(IntStream.range(0, CLAIMS)
                .mapToObj(i -> claim("listed-" + i, i % 2 == 0 ? "the-accused" : "the-witness", i % 3 == 0))
                .toArray(String[]::new));
        ledger.importLines("""
            {"op":"assess_claim","claim":"listed-2","verdict":"verified"}\
            """, """
            {"op":"attach_evidence","claim":"listed-4","source":"ruling","stance":"disputes"}\
            """, """
            {"op":"retract_claim","claim":"listed-5","basis":{"source":"ruling"}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aViewpointIsAPositionAnInstantOrADay() {
        long first = made("/claims", claimBody("seen", "the-accused", false));
        long second = made("/claims/seen/rank", "{\"rank\":\"preferred\"}");
        String firstAt = recordedAt(first);
        String secondAt = recordedAt(second);
        String today =
                LocalDate.ofInstant(Instant.parse(secondAt), ZoneOffset.UTC).toString();

        assertThat(ledger.get("/claims/seen?asOf=@" + (first - 1)).status()).isEqualTo(404);
        assertThat(rank("/claims/seen?asOf=@" + first)).isEqualTo("normal");
        assertThat(rank("/claims/seen?asOf=@" + second)).isEqualTo("preferred");
        assertThat(rank("/claims/seen?asOf=" + firstAt)).as("inclusive").isEqualTo("normal");
        assertThat(rank("/claims/seen?asOf=" + secondAt)).isEqualTo("preferred");
        assertThat(rank("/claims/seen?asOf=" + Instant.parse(secondAt).minusNanos(1_000)))
                .isEqualTo("normal");
        assertThat(rank("/claims/seen?asOf=" + today)).as("the end of that day").isEqualTo("preferred");
        assertThat(ledger.get("/claims/seen?asOf=" + LocalDate.parse(today).minusDays(1))
                        .status())
                .isEqualTo(404);
        assertThat(rank("/claims/seen?asOf=2999-12-31")).isEqualTo("preferred");
    }

    @Test
    void anInstantMayHaveAnyOffsetWithItsPlusSignEscapedOrNot() {
        long position = made("/claims", claimBody("offset", "the-accused", false));
        Instant at = Instant.parse(recordedAt(position));
        String there = at.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();
        String west = at.atOffset(ZoneOffset.ofHours(-8)).toString();

        for (String asOf : List.of(there, there.replace("+", "%2B"), west)) {
            Answer read = ledger.get("/claims/offset?asOf=" + asOf);
            assertThat(read.status()).as(asOf).isEqualTo(200);
            assertThat(read.json().at("/viewpoint/asOf/position").longValue()).isEqualTo(position);
        }
    }

    @Test
    void theViewpointIsAlwaysSaidWithTheLedgersHeadWhereNoneWasAskedFor() {
        JsonNode viewpoint = ledger.get("/claims/listed-0").json().path("viewpoint");

        assertThat(viewpoint.at("/asOf/position").longValue()).isEqualTo(ledger.head());
        assertThat(viewpoint.at("/asOf/recordedAt").stringValue()).isEqualTo(recordedAt(ledger.head()));
        assertThat(viewpoint.path("validOn").stringValue())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(ledger.get("/claims?asOf=@3")
                        .json()
                        .at("/viewpoint/asOf/position")
                        .longValue())
                .isEqualTo(3);
        assertThat(ledger.get("/claims?asOf=@0").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "@-1",
                "@999999",
                "@1.0",
                "@x",
                "@99999999999999999999",
                "now",
                "2026",
                "2026-13-01",
                "2026-02-30",
                "1900-02-29",
                "2026-11-22T10",
                "2026-11-22T10:00:00",
                "22.11.2026",
                "%2B999999999-12-31",
                "2026-11-22T25:00:00Z"
            })
    void aViewpointThatIsNoneIsRefused(String asOf) {
        for (String path : new String[] {
            "/claims/listed-0?",
            "/claims?",
            "/claims/listed-0/history?",
            "/claims/listed-0/versions?",
            "/sources/report?",
            "/subjects?",
            "/predicates/sentenced?",
            "/sources/report/claims?"
        }) {
            assertRefused(ledger, 400, "invalid_viewpoint", () -> ledger.get(path + "asOf=" + asOf));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "validOn=z&publishedBy=y&asOf=x, asOf is a date",
        "validOn=z&publishedBy=y&asOf=, asOf is given without a date",
        "validOn=z&publishedBy=y&asOf=@1, publishedBy is a date",
        "validOn=z&publishedBy=+, publishedBy is given without a date"
    })
    void ofSeveralDatesThatCannotBeReadTheFirstIsTold(String query, String sentence) {
        Answer answer = assertRefused(ledger, 400, "invalid_viewpoint", () -> ledger.get("/claims/listed-0?" + query));
        assertThat(answer.text()).contains(sentence).doesNotContain("validOn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-30",
                "-999999999-01-01",
                "%2B999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00%2B18:00",
                "0000-01-01",
                "9999-12-31"
            })
    void aViewpointFarAwayIsOneAllTheSame(String asOf) {
        assertThat(ledger.get("/claims?asOf=" + asOf).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014", "2014-06", "2014-06-31", "2014-06-01T00:00:00Z", "@4", "today"})
    void aDayInTheWorldThatIsNoneIsRefused(String validOn) {
        assertRefused(ledger, 400, "invalid_viewpoint", () -> ledger.get("/claims/listed-0?validOn=" + validOn));
        assertRefused(ledger, 400, "invalid_viewpoint", () -> ledger.get("/claims?validOn=" + validOn));
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "held_office, 2006~/2013,            2004-12-31, no",
        "held_office, 2006~/2013,            2005-06-01, possibly",
        "held_office, 2006~/2013,            2012-06-01, yes",
        "held_office, 2006~/2013,            2013-06-01, possibly",
        "held_office, 2006~/2013,            2014-01-01, no",
        "held_office, 2004-02-01/2005,       2004-02-01, yes",
        "held_office, 2004-02-01/2005-02-08, 2005-02-08, yes",
        "held_office, 2004-02-01/2005-02-08, 2005-02-09, no",
        "held_office, 2004-02-01/..,         2004-02-01, yes",
        "held_office, 2004-02-01/..,         2999-01-01, presumed",
        "held_office, 2004-02-01/,           2999-01-01, possibly",
        "held_office, ,                      2010-01-01, possibly",
        "held_office, 2008,                  2007-12-31, possibly",
        "held_office, 2008,                  2008-06-01, possibly",
        "arrested,    2022-01-07,            2022-01-06, no",
        "arrested,    2022-01-07,            2022-01-07, yes",
        "arrested,    2022-01-07,            2999-01-01, yes",
        "arrested,    2022-02,               2022-02-10, possibly",
        "arrested,    2022-02,               2022-02-28, yes",
        "arrested,    2022-02,               2022-01-31, no"
    })
    void whetherItWasInForceOnADayIsYesPresumedPossiblyOrNo(
            String predicate, String valid, String day, String inForce) {
        String id = ledger.post("/claims", """
            {"subject":"the-accused","predicate":"%s","value":{"flag":true},"valid":%s,
             "evidence":{"source":"report"}}\
            """.formatted(predicate, valid == null ? null : "\"" + valid + "\""))
                .json()
                .path("id")
                .stringValue();

        assertThat(ledger.get("/claims/" + id + "?validOn=" + day)
                        .json()
                        .path("inForce")
                        .stringValue())
                .isEqualTo(inForce);
    }

    @Test
    void aListHoldsWhatItsFiltersSayTogether() {
        String then = "&asOf=@" + listedBy();
        assertThat(ids("/claims?subject=the-accused" + then))
                .hasSize(CLAIMS / 2)
                .contains("listed-0", "listed-2");
        assertThat(ids("/claims?predicate=held_office" + then))
                .containsExactly("listed-0", "listed-3", "listed-6", "listed-9");
        assertThat(ids("/claims?subject=the-witness&predicate=held_office" + then))
                .containsExactly("listed-3", "listed-9");
        assertThat(ids("/claims?source=ruling" + then)).containsExactly("listed-4", "listed-5");
        assertThat(ids("/claims?verdict=verified" + then)).containsExactly("listed-2");
        assertThat(ids("/claims?verdict=false" + then)).isEmpty();
        assertThat(ids("/claims?q=LISTED-1" + then)).containsExactly("listed-1", "listed-10", "listed-11");
        assertThat(ids("/claims?q=listed-1%20sentence" + then)).contains("listed-10", "listed-11", "listed-1");
        assertThat(ids("/claims?q=%D0%B0%D0%B9%D0%B3%D2%AF%D0%BB&predicate=held_office" + then))
                .as("a name of the subject")
                .containsExactly("listed-3", "listed-9");
        assertThat(ids("/claims?q=nowhere" + then)).isEmpty();
        assertThat(ids("/claims?subject=nobody" + then)).isEmpty();
        assertThat(ids("/claims?q=%25" + then)).as("no wild card").isEmpty();
        assertThat(ids("/claims?asOf=@" + (listedBy() - 3) + "&verdict=verified"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/claims?subject=No!,          invalid_parameter",
        "/claims?predicate=,           ",
        "/claims?verdict=maybe,        invalid_parameter",
        "/claims?limit=0,              invalid_parameter",
        "/claims?limit=501,            invalid_parameter",
        "/claims?limit=-1,             invalid_parameter",
        "/claims?limit=ten,            invalid_parameter",
        "/claims?limit=1&limit=2,      invalid_parameter",
        "/claims?colour=red,           parameter_unknown",
        "/claims/listed-0?limit=1,     parameter_unknown",
        "/claims?cursor=AAAA,          invalid_cursor",
        "/claims?cursor=%20!,          invalid_cursor",
        "/subjects?limit=501,          invalid_parameter",
        "/sources?limit=0,             invalid_parameter",
        "/claims/listed-0/versions?clock=lunar, invalid_parameter",
        "/claims/listed-0/diff,        invalid_parameter",
        "/claims/listed-0/diff?from=99, invalid_parameter",
        "/claims/listed-0/diff?from=1&to=0, invalid_parameter"
    })
    void aQuestionThatCannotBeReadIsRefused(String path, String code) {
        if (code == null) {
            assertThat(ledger.get(path).status()).as("empty is absent").isEqualTo(200);
        } else {
            assertRefused(ledger, 400, code, () -> ledger.get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, CLAIMS, 500})
    void pagesFitTogetherWhileWritesGoOn(int limit) {
        String list = "/claims?predicate=held_office&limit=" + limit;
        List<String> all = ids("/claims?predicate=held_office&limit=500");
        List<String> paged = new ArrayList<>();
        JsonNode page = ledger.get(list).json();
        while (true) {
            paged.addAll(page.path("items").findValuesAsString("statement"));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            JsonNode next = page.path("next");
            if (next.isNull()) {
                break;
            }
            made("/claims", claimBody("meanwhile-" + limit + "-" + paged.size(), "the-accused", true));
            page = ledger.get(list + "&cursor=" + next.stringValue()).json();
        }

        assertThat(paged)
                .containsExactlyElementsOf(
                        all.stream().map(id -> "A sentence on " + id + ".").toList());
    }

    @Test
    void aCursorGoesOnWithItsOwnListOnly() {
        String cursor = next("/claims?limit=1");

        assertThat(ledger.get("/claims?limit=3&cursor=" + cursor).status())
                .as("another page size is the same list")
                .isEqualTo(200);
        for (String other : new String[] {
            "/claims?q=x&cursor=",
            "/claims?subject=the-accused&cursor=",
            "/claims?asOf=@9&cursor=",
            "/sources?cursor=",
            "/subjects?cursor=",
            "/claims/listed-0/history?cursor=",
            "/sources/report/claims?cursor="
        }) {
            assertRefused(ledger, 400, "invalid_cursor", () -> ledger.get(other + cursor));
        }
        assertRefused(ledger, 400, "invalid_cursor", () -> ledger.get("/claims?cursor=" + cursor + "A"));
        String changed = (cursor.charAt(4) == 'A' ? 'B' : 'A') + cursor.substring(1);
        assertRefused(ledger, 400, "invalid_cursor", () -> ledger.get("/claims?cursor=" + changed));
    }

    @Test
    void everyListIsPagedInTheSameWay() {
        for (String list : new String[] {"/sources", "/subjects", "/predicates", "/sources/report/claims"}) {
            JsonNode first = ledger.get(list + "?limit=1").json();
            assertThat(first.path("items").size()).as(list).isEqualTo(1);
            JsonNode second = ledger.get(
                            list + "?limit=1&cursor=" + first.path("next").stringValue())
                    .json();
            assertThat(second.path("items").size()).isEqualTo(1);
            assertThat(second.path("items").get(0))
                    .isNotEqualTo(first.path("items").get(0));
            assertThat(second.path("viewpoint")).isEqualTo(first.path("viewpoint"));
        }
    }

    @Test
    void mergedSubjectsAreReadUnderTheOneThatIsKeptAndAsTwoBeforeTheMerge() {
        made("/subjects", "{\"id\":\"kept\",\"kind\":\"person\",\"name\":\"Kept\"}");
        made("/subjects", "{\"id\":\"absorbed\",\"kind\":\"person\",\"name\":\"Absorbed\"}");
        made("/claims", claimBody("of-kept", "kept", false));
        long before = made("/claims", claimBody("of-absorbed", "absorbed", false));

        long merged = made("/subjects/kept/merge", "{\"absorb\":\"absorbed\"}");

        for (String subject : new String[] {"kept", "absorbed"}) {
            assertThat(ids("/claims?subject=" + subject)).containsExactly("of-kept", "of-absorbed");
            assertThat(ids("/claims?subject=" + subject + "&asOf=@" + before)).containsExactly("of-" + subject);
        }
        assertThat(ledger.get("/claims/of-absorbed").json().path("subject").toString())
                .isEqualTo("{\"id\":\"kept\",\"name\":\"Kept\",\"recordedAs\":\"absorbed\"}");
        assertThat(ledger.get("/claims/of-absorbed?asOf=@" + before)
                        .json()
                        .path("subject")
                        .toString())
                .isEqualTo("{\"id\":\"absorbed\",\"name\":\"Absorbed\"}");

        made("/subjects/kept/split", "{\"restore\":\"absorbed\"}");
        assertThat(ids("/claims?subject=kept")).containsExactly("of-kept");
        assertThat(ids("/claims?subject=kept&asOf=@" + merged)).containsExactly("of-kept", "of-absorbed");
    }

    @Test
    void theTagOfAClaimIsItsRevisionAndTheLastPositionThatChangedTheAnswer() {
        made("/sources", "{\"id\":\"tagged-source\",\"kind\":\"book\",\"title\":\"Before\"}");
        long asserted =
                made("/claims", claimBody("tagged", "the-accused", false).replace("report", "tagged-source"));
        assertThat(ledger.get("/claims/tagged").header("ETag")).contains("\"1-" + asserted + "\"");
        made("/subjects", "{\"kind\":\"place\",\"name\":\"Elsewhere\"}");
        assertThat(ledger.get("/claims/tagged").header("ETag")).contains("\"1-" + asserted + "\"");

        long amended = made("/sources/tagged-source/amendments", "{\"title\":\"After\"}");
        assertThat(ledger.get("/claims/tagged").header("ETag"))
                .as("the title is part of the answer")
                .contains("\"1-" + amended + "\"");

        long ranked = made("/claims/tagged/rank", "{\"rank\":\"deprecated\"}");
        assertThat(ledger.get("/claims/tagged").header("ETag")).contains("\"2-" + ranked + "\"");
        assertThat(ledger.get("/claims/tagged?asOf=@" + asserted).header("ETag"))
                .contains("\"1-" + asserted + "\"");
    }

    @Test
    void theHistoryOfAClaimSaysWhoChangedWhatWhyAndOnWhatBasis() {
        made("/claims", claimBody("told", "the-accused", false));
        made("/claims/told/revisions", """
            {"kind":"correction","changes":{"value":{"text":"Fifteen years"},"valid":"2007"},
             "basis":{"source":"ruling"},"reason":"The ruling says so."}\
            """);
        made("/claims/told/retraction", "{\"reasons\":[\"duplicate\"],\"note\":\"Filed twice.\"}");

        JsonNode items = ledger.get("/claims/told/history").json().path("items");

        assertThat(items.findValuesAsString("type"))
                .containsExactly("claim_asserted", "claim_revised", "claim_retracted");
        assertThat(items.findValuesAsString("actor")).containsOnly("admin");
        JsonNode revised = items.get(1);
        assertThat(revised.path("reason").stringValue()).isEqualTo("The ruling says so.");
        assertThat(revised.path("basis").stringValue()).isEqualTo("ruling");
        assertThat(revised.path("recordedAt").stringValue())
                .isEqualTo(recordedAt(revised.path("position").longValue()));
        assertThat(revised.path("changes").toString())
                .isEqualTo("[{\"path\":\"/value\",\"before\":{\"text\":\"Twenty years\"},\"after\":{\"text\":\"Fifteen"
                        + " years\"}},{\"path\":\"/valid\",\"before\":null,\"after\":\"2007\"},"
                        + "{\"path\":\"/statement\",\"before\":\"A sentence on told.\",\"after\":null},"
                        + "{\"path\":\"/evidence/e1/speaksFor\",\"before\":\"this\",\"after\":\"compatible\"},"
                        + "{\"path\":\"/evidence/r2/live\",\"before\":null,\"after\":true},"
                        + "{\"path\":\"/evidence/r2/origin\",\"before\":null,\"after\":\"A ruling\"},"
                        + "{\"path\":\"/evidence/r2/speaksFor\",\"before\":null,\"after\":\"this\"}]");
        assertThat(items.get(2).path("reasons").toString()).isEqualTo("[\"duplicate\"]");
        assertThat(items.get(2).path("reason").stringValue()).isEqualTo("Filed twice.");
        assertThat(ledger.get("/claims/told/history?asOf=@" + revised.path("position"))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        JsonNode first = ledger.get("/claims/told/history?limit=1").json();
        assertThat(ledger.get("/claims/told/history?limit=1&cursor="
                                + first.path("next").stringValue())
                        .json()
                        .path("items")
                        .get(0))
                .isEqualTo(revised);
    }

    @Test
    void theVersionsOfAClaimFollowOneAnotherAndAnyTwoCanBeCompared() {
        long first = made("/claims", claimBody("versioned", "the-accused", false));
        long second = made("/claims/versioned/revisions", """
            {"kind":"correction","changes":{"value":{"text":"Fifteen years"}}}\
            """);
        long third = made("/claims/versioned/rank", "{\"rank\":\"preferred\"}");

        JsonNode items = ledger.get("/claims/versioned/versions").json().path("items");
        assertThat(items)
                .extracting(
                        item -> item.path("version") + ":" + item.path("recordedFrom") + "-" + item.path("recordedTo"))
                .containsExactly("1:" + first + "-" + second, "2:" + second + "-" + third, "3:" + third + "-null");
        assertThat(ledger.get("/claims/versioned/versions?clock=recorded&asOf=@" + second)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);

        String changes =
                "[{\"path\":\"/value\",\"before\":{\"text\":\"Twenty years\"},\"after\":{\"text\":\"Fifteen years\"}},"
                        + "{\"path\":\"/statement\",\"before\":\"A sentence on versioned.\",\"after\":null},"
                        + "{\"path\":\"/rank\",\"before\":\"normal\",\"after\":\"preferred\"}]";
        for (String query :
                new String[] {"from=1&to=3", "from=1", "from=@" + first + "&to=@" + third, "from=1&to=2999-12-31"}) {
            assertThat(ledger.get("/claims/versioned/diff?" + query)
                            .json()
                            .path("changes")
                            .toString())
                    .as(query)
                    .isEqualTo(changes);
        }
        assertThat(ledger.get("/claims/versioned/diff?from=2&to=2").json().path("changes"))
                .isEmpty();
        assertThat(ledger.get("/claims/versioned/diff?from=3&to=2")
                        .json()
                        .path("changes")
                        .toString())
                .isEqualTo("[{\"path\":\"/rank\",\"before\":\"preferred\",\"after\":\"normal\"}]");
        assertRefused(ledger, 404, "claim_unknown", () -> ledger.get("/claims/versioned/diff?from=@" + (first - 1)));
    }

    @Test
    void aReadingNeedsNoTokenAndAnswersAHeadToo() {
        assertThat(ledger.send(ledger.request("/claims/listed-0").HEAD()).status())
                .isEqualTo(200);
        assertThat(ledger.send(ledger.request("/claims").HEAD()).text()).isEmpty();
        assertThat(ledger.send(ledger.request("/claims/nobody").HEAD()).status())
                .isEqualTo(404);
    }

    private static String claim(String id, String subject, boolean office) {
        return "{\"op\":\"assert_claim\"," + claimBody(id, subject, office).substring(1);
    }

    private static String claimBody(String id, String subject, boolean office) {
        return """
            {"id":"%s","subject":"%s","predicate":"%s","value":{"text":"Twenty years"},\
            "statement":"A sentence on %s.","evidence":{"source":"report"}}\
            """.formatted(id, subject, office ? "held_office" : "sentenced", id);
    }

    private static long listedBy() {
        return 7 + CLAIMS + 3;
    }

    private static long made(String path, String body) {
        Answer answer = ledger.post(path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("position").longValue();
    }

    private static String recordedAt(long position) {
        return ledger.get("/events?after=" + (position - 1))
                .lines()
                .getFirst()
                .path("recordedAt")
                .stringValue();
    }

    private static String rank(String path) {
        return ledger.get(path).json().path("rank").stringValue("");
    }

    private static String next(String path) {
        return ledger.get(path).json().path("next").stringValue();
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        answer.json().path("items").forEach(item -> ids.add(item.path("id").stringValue()));
        return ids;
    }

    @Test
    void aClockThatIsGivenWithoutADateIsNotReadAsNow() {
        assertThat(ledger.get("/claims?asOf=").code()).isEqualTo("invalid_viewpoint");
        assertThat(ledger.get("/claims?validOn=%20").code()).isEqualTo("invalid_viewpoint");
    }
}
