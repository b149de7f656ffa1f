package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.engine.FaultyJournalFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More writes than the disk can keep up with. */
@Timeout(120)
class OverloadedServerTest {

    private static final int WRITERS = WriteLimiter.MAX_WRITES + 100;

    @TempDir
    Path folder;

    private final FaultyJournalFiles files = new FaultyJournalFiles();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.onFiles(files, folder);
        assertThat(write(-1).status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        files.unblockWrites();
        ledger.close();
        clients.close();
    }

    private Answer write(int number) {
        return ledger.post("/subjects", """
            {"kind":"person","name":"Writer %d"}\
            """.formatted(number), "Idempotency-Key", "writer-" + number);
    }

    private List<Future<Answer>> startAllWriters() {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            answers.add(clients.submit(() -> write(number)));
        }
        return answers;
    }

    @Test
    void whatTheDiskCannotTakeIsRefusedReadsAreAnsweredAndWhatIsSentAgainIsRecordedOnce() throws Exception {
        files.blockWrites();
        Future<Answer> begun = clients.submit(() -> write(-2));
        while (ledger.bean(Ledger.class).figures().writingNanos() == 0) {
            Thread.onSpinWait();
        }
        List<Future<Answer>> others = startAllWriters();
        Future<Answer> imported = clients.submit(() -> ledger.importLines("""
            {"op":"register_subject","id":"imported","kind":"person","name":"Imported"}\
            """));
        int reads = 0;
        while (reads < 20 || !others.stream().allMatch(Future::isDone)) {
            assertThat(ledger.get("/subjects").status()).isEqualTo(200);
            reads++;
        }
        for (Future<Answer> other : others) {
            assertOverloaded(other.get());
        }
        assertThat(begun).as("what the disk has begun with").isNotDone();
        assertThat(ledger.head()).isEqualTo(1);

        files.unblockWrites();
        assertThat(begun.get().status()).isEqualTo(201);
        assertThat(imported.get().lines().getFirst().path("status").stringValue())
                .as("imports wait")
                .isEqualTo("accepted");
        everybodyIsToldThatTheirsIsRecorded();
    }

    private static void assertOverloaded(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("overloaded");
        assertThat(answer.header("Retry-After")).contains("2");
    }

    private void everybodyIsToldThatTheirsIsRecorded() throws InterruptedException, ExecutionException {
        for (Future<Answer> answer : startAllWriters()) {
            assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(201);
        }
        assertThat(ledger.head()).isEqualTo(3 + WRITERS);
    }

    @Test
    void aStoreThatHasStoppedIsToldByHealthAndReadsGoOn() {
        assertThat(ledger.get("/health").status()).isEqualTo(200);
        files.failSyncs();

        assertThat(write(1).code()).isEqualTo("store_stopped");

        Answer health = ledger.get("/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().path("ready").booleanValue()).isFalse();
        assertThat(health.json().at("/store/writable").booleanValue()).isFalse();
        assertThat(health.json().at("/store/problem").stringValue()).isEqualTo("store_stopped");
        assertThat(ledger.get("/health/live").status()).isEqualTo(503);
        assertThat(ledger.get("/subjects").status()).isEqualTo(200);
        assertThat(ledger.bean(Ledger.class).whyWritesFail()).isNotNull();
    }
}
