package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixty-four clients at once: a write that only one may make succeeds once, and writes that do not conflict all
 * succeed.
 */
@Timeout(180)
class ConcurrentCallsTest {

    private static final int CLIENTS = 64;

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder, "--ledger.review=on");
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void claimsAreFiledOnOneSourceWhileItIsAmended() throws Exception {
        ledger.post("/sources", "{\"id\":\"busy\",\"kind\":\"book\",\"title\":\"T\"}");
        long before = ledger.head();

        List<Answer> answers = atOnce(i -> i % 8 == 0
                ? ledger.post("/sources/busy/amendments", "{\"note\":\"Amended by client " + i + ".\"}")
                : ledger.post("/claims", claim("filed-" + i).replace("report", "busy")));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 201));
        assertThat(ledger.head()).isEqualTo(before + CLIENTS);
        assertThat(ledger.get("/sources/busy/claims?limit=500")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(CLIENTS - CLIENTS / 8);
        assertThat(ledger.get("/sources/busy").json().path("revision").intValue())
                .isEqualTo(1 + CLIENTS / 8);
        assertThatTheLogHasNoGap();
    }

    @Test
    void ofThoseWhoWantOneIdOneGetsIt() throws Exception {
        assertThatOneIsMade(
                "id_taken",
                atOnce(i -> ledger.post(
                        "/subjects", "{\"id\":\"wanted\",\"kind\":\"person\",\"name\":\"Client " + i + "\"}")));
        assertThatOneIsMade("id_taken", atOnce(i -> ledger.post("/claims", claim("wanted-claim"))));
    }

    @Test
    void ofThoseWhoWantOneUrlOneGetsIt() throws Exception {
        assertThatOneIsMade(
                "url_taken",
                atOnce(i -> ledger.post(
                        "/sources",
                        "{\"kind\":\"book\",\"title\":\"Client " + i + "\",\"url\":\"https://wanted.example/\"}")));
    }

    @Test
    void ofThoseWhoRetractOneClaimOneDoes() throws Exception {
        ledger.post("/claims", claim("contested"));

        List<Answer> answers = atOnce(i -> ledger.post("/claims/contested/retraction", "{}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.code())
                .isEqualTo("already_retracted"));
    }

    @Test
    void ofEditorsWhoAcceptAndRefuseOneProposalOneAcceptsAndNobodyRefusesAfterThat() throws Exception {
        String reporter = ledger.post("/tokens", "{\"name\":\"reporter-1\",\"role\":\"reporter\"}")
                .json()
                .path("secret")
                .stringValue();
        ledger.send(ledger.request("/claims", "Authorization", "Bearer " + reporter)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(claim("proposed"))));

        List<Answer> answers = atOnce(i -> ledger.post(
                "/claims/proposed/review", "{\"decision\":\"" + (i % 2 == 0 ? "accepted" : "refused") + "\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeBetween(1, 2);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.code())
                .isIn("not_proposed", "already_refused"));
        assertThat(ledger.get("/claims/proposed").json().at("/review/state").stringValue())
                .isEqualTo("accepted");
    }

    @Test
    void ofThoseWhoChangeTheSameRevisionOneDoes() throws Exception {
        ledger.post("/claims", claim("ranked"));

        List<Answer> answers =
                atOnce(i -> ledger.post("/claims/ranked/rank", "{\"rank\":\"preferred\"}", "If-Match", "\"1-1\""));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(CLIENTS - 1);
        assertThat(ledger.get("/claims/ranked").json().path("revision").intValue())
                .isEqualTo(2);
    }

    @Test
    void oneRequestSentManyTimesAtOnceIsDoneOnceAndAnsweredAlike() throws Exception {
        long before = ledger.head();

        List<Answer> answers = atOnce(i -> ledger.post(
                "/subjects", "{\"id\":\"impatient\",\"kind\":\"person\",\"name\":\"N\"}", "Idempotency-Key", "k"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(ledger.head()).isEqualTo(before + 1);
    }

    @Test
    void whoSendsTheSameTwiceAtOnceIsNeverRefusedForWhatTheFirstOneMade() throws Exception {
        for (int round = 0; round < 25; round++) {
            String id = "again-" + round;
            String body = "{\"id\":\"" + id + "\",\"kind\":\"person\",\"name\":\"N\"}";
            String line = "{\"op\":\"assert_claim\"," + claim(id).substring(1);

            List<Answer> answers = atOnce(
                    CLIENTS / 2,
                    i -> i % 2 == 0 ? ledger.importLines(line) : ledger.post("/subjects", body, "Idempotency-Key", id));

            assertThat(answers).extracting(Answer::text).noneMatch(text -> text.contains("id_taken"));
        }
    }

    @Test
    void oneFileImportedManyTimesAtOnceIsImportedOnce() throws Exception {
        long before = ledger.head();
        String[] file = IntStream.range(0, 50)
                .mapToObj(i ->
                        "{\"op\":\"assert_claim\"," + claim("imported-" + i).substring(1))
                .toArray(String[]::new);

        List<Answer> answers = atOnce(8, i -> ledger.importLines(file));

        List<String> statuses = new ArrayList<>();
        answers.forEach(answer ->
                answer.lines().forEach(line -> statuses.add(line.path("status").stringValue())));
        assertThat(statuses).hasSize(8 * 50);
        assertThat(statuses).filteredOn("accepted"::equals).hasSize(50);
        assertThat(statuses).filteredOn("duplicate"::equals).hasSize(7 * 50);
        assertThat(ledger.head()).isEqualTo(before + 50);
    }

    @Test
    void eachClientReadsItsOwnWriteAtOnce() throws Exception {
        List<Answer> reads = atOnce(i -> {
            ledger.post("/claims", claim("own-" + i));
            return ledger.get("/claims/own-" + i);
        });

        assertThat(reads).extracting(Answer::status).containsOnly(200);
    }

    private static void assertThatOneIsMade(String code, List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(CLIENTS - 1)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo(code));
        assertThatTheLogHasNoGap();
    }

    private static void assertThatTheLogHasNoGap() {
        assertThat(ledger.get("/events").lines())
                .extracting(event -> event.path("position").longValue())
                .isEqualTo(LongStream.rangeClosed(1, ledger.head()).boxed().toList());
    }

    private static List<Answer> atOnce(IntFunction<Answer> request) throws Exception {
        return atOnce(CLIENTS, request);
    }

    private static List<Answer> atOnce(int clients, IntFunction<Answer> request) throws Exception {
        CyclicBarrier together = new CyclicBarrier(clients);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Answer>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(() -> {
                    together.await();
                    return request.apply(client);
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String claim(String id) {
        return """
            {"id":"%s","subject":"the-accused","predicate":"sentenced","value":{"text":"Twenty years"},\
            "evidence":{"source":"report"}}\
            """.formatted(id);
    }
}
