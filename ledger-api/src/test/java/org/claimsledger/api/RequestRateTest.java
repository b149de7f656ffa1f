package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that allows each caller one request a second, in bursts of two. */
class RequestRateTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder, "--ledger.rate=1");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void tooManyRequestsAreRefusedWithATimeToRetryThatWorks() throws InterruptedException {
        List<Answer> refused = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Answer answer = ledger.get("/claims");
            if (answer.status() != 200) {
                refused.add(answer);
            }
        }

        assertThat(refused).hasSizeGreaterThan(10).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("rate_limited");
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.header("Retry-After")).contains("1");
        });
        assertThat(ledger.get("/health").status()).isEqualTo(200);

        Answer again = refused.getLast();
        for (int tries = 0; tries < 10 && again.status() == 429; tries++) {
            Thread.sleep(1_000L * Integer.parseInt(again.header("Retry-After").orElseThrow()));
            again = ledger.get("/claims");
        }
        assertThat(again.status()).isEqualTo(200);
    }
}
