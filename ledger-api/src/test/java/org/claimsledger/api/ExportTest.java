package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy of the log that only the admin gets. */
@Timeout(120)
class ExportTest {

    private static final String[] ADMIN = {"Authorization", "Bearer " + RunningLedger.TOKEN};

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"Репортаж \\"№ 1\\" \\u2028 😀"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void itsLinesAreThoseOfTheLogAndTheLastOneSaysThatItIs() {
        List<String> log = ledger.get("/events").text().lines().toList();

        Answer export = ledger.get("/export", ADMIN);

        assertThat(export.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
        List<String> lines = export.text().lines().toList();
        assertThat(lines.subList(0, 2)).isEqualTo(log.subList(0, 2));
        String last = log.get(2);
        assertThat(lines.get(2)).isEqualTo(last.substring(0, last.length() - 1) + ",\"head\":true}");
    }

    @Test
    void itMayBeginAfterAnyPosition() {
        assertThat(ledger.get("/export?after=2", ADMIN).text())
                .isEqualTo(ledger.get("/export", ADMIN).text().lines().toList().get(2) + "\n");
        assertThat(ledger.get("/export?after=3", ADMIN).text()).isEmpty();
    }

    @Test
    void nobodyGetsItWithoutTheToken() {
        assertRefused(ledger, 401, "unauthorized", () -> ledger.get("/export"));
        assertRefused(
                ledger, 401, "unauthorized", () -> ledger.get("/export", "Authorization", "Bearer somebody-elses"));
        assertThat(ledger.get("/export").header("WWW-Authenticate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "from=3"})
    void aPositionThatIsNoneIsRefused(String query) {
        assertThat(ledger.get("/export?" + query, ADMIN).status()).isEqualTo(400);
    }
}
