package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.api.MetricsScrape;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.limit.ImportLimiter;
import org.claimsledger.api.limit.MinimumRateInputStream;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.api.operate.HealthController.HealthView;
import org.claimsledger.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for operators is right about metrics, health and limits, and leaves nothing out. */
class OperationsGuideTest {

    @TempDir
    Path folder;

    private final String guide;

    OperationsGuideTest() throws IOException {
        guide = Files.readString(Path.of("../docs/operations.md"));
    }

    @Test
    void everyMetricIsToldAndEveryOneThatIsToldIsThere() {
        Set<String> scraped;
        try (RunningLedger ledger = RunningLedger.in(folder, "--ledger.metrics=all")) {
            ledger.get("/claims/nobody");
            System.gc();
            scraped = MetricsScrape.of(ledger.get("/metrics").text()).names();
        }
        Set<String> told = rows("### Metrics").stream()
                .flatMap(row -> quoted(row.split("\\|")[1]).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told)
                .contains("ledger_events_total", "http_server_requests_seconds")
                .isSubsetOf(scraped);
        assertThat(scraped)
                .filteredOn(name -> !name.matches("(jvm|process|system|tomcat)_.*"))
                .map(name -> name.replaceFirst("_max$", ""))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(told).contains(name));
    }

    @Test
    void everyFieldOfHealthIsTold() {
        Set<String> told = rows("### Health").stream()
                .flatMap(row -> quoted(row.split("\\|")[1]).stream())
                .collect(Collectors.toSet());

        assertThat(told).contains("live", "ready");
        for (RecordComponent field : HealthView.StoreView.class.getRecordComponents()) {
            assertThat(told).contains("store." + field.getName());
        }
        for (RecordComponent field : HealthView.ProjectionHealthView.class.getRecordComponents()) {
            assertThat(told).containsAnyOf("projections[]." + field.getName(), "." + field.getName());
        }
    }

    @Test
    void theLimitsAreThoseOfTheProgram() {
        Stream.of(
                        "| writes that are carried out at a time | " + WriteLimiter.MAX_WRITES + " |",
                        "| bodies of writes in memory, all together | " + (WriteLimiter.MAX_BODY_BYTES >> 20)
                                + " MiB |",
                        "| " + WriteLimiter.TIMEOUT.toSeconds() + " seconds each |",
                        "| " + Ledger.APPEND_TIMEOUT.toSeconds() + " seconds |",
                        "| how long the body of a write may take to come | " + WriteLimiter.BODY_TIMEOUT.toSeconds()
                                + " seconds |",
                        "their files are not read meanwhile | " + ImportLimiter.MAX_IMPORTS + " |",
                        "| " + (MinimumRateInputStream.MINIMUM_BYTES >> 10) + " KiB in "
                                + MinimumRateInputStream.PERIOD.toSeconds() + " seconds of")
                .forEach(limit -> assertThat(guide).contains(limit));
    }

    @Test
    void theSettingsThatAreShownWithADefaultHaveIt() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));

        assertThat(settings)
                .contains(
                        "max-connections: 4096",
                        "connection-timeout: 20s",
                        "keep-alive-timeout: 30s",
                        "max-http-request-header-size: 16KB",
                        "timeout-per-shutdown-phase: 30s");
        assertThat(guide)
                .contains(
                        "`--server.tomcat.max-connections` | `4096`",
                        "`--server.tomcat.connection-timeout` | `20s`",
                        "`--server.tomcat.keep-alive-timeout` | `30s`",
                        "`--server.max-http-request-header-size` | `16KB`",
                        "`--spring.lifecycle.timeout-per-shutdown-phase` | `30s`");
    }

    /** The rows of the table below a heading. */
    private List<String> rows(String heading) {
        int start = guide.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = guide.indexOf("\n##", start + heading.length());
        return guide.substring(start, end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static List<String> quoted(String cell) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }
}
