package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    @TempDir
    Path folder;

    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.in(folder.resolve("ledger"));
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void writesAreCounted() {
        for (int i = 0; i < 3; i++) {
            ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"N\"}");
        }
        ledger.importLines("""
            {"op":"register_subject","id":"one","kind":"person","name":"One"}\
            """, """
            {"op":"register_subject","id":"two","kind":"person","name":"Two"}\
            """);

        MetricsScrape metrics = MetricsScrape.of(ledger);

        assertThat(metrics.value("ledger_appends_total")).isEqualTo(4);
        assertThat(metrics.value("ledger_events_total")).isEqualTo(5);
        assertThat(metrics.value("ledger_group_appends_sum")).isEqualTo(4);
        assertThat(metrics.value("ledger_group_write_seconds_count")).isBetween(1.0, 4.0);
        assertThat(metrics.value("ledger_position")).isEqualTo(5);
        assertThat(metrics.value("ledger_writable")).isEqualTo(1);
        for (String name : new String[] {"claims", "directory", "search"}) {
            assertThat(metrics.value("ledger_projection_position{projection=\"" + name + "\"}"))
                    .isEqualTo(5);
            assertThat(metrics.value("ledger_projection_lag{projection=\"" + name + "\"}"))
                    .isZero();
            assertThat(metrics.value("ledger_projection_running{projection=\"" + name + "\"}"))
                    .isEqualTo(1);
        }
        assertThat(metrics.value("ledger_file_bytes{file=\"events\"}")).isPositive();
        assertThat(metrics.value("ledger_file_bytes{file=\"journal\"}")).isPositive();
        assertThat(metrics.value("ledger_file_bytes{file=\"projections\"}")).isPositive();
        assertThat(metrics.value("ledger_cache_entries{cache=\"tags\"}")).isPositive();
        assertThat(metrics.value("ledger_writes_active")).isZero();
        assertThat(metrics.value("ledger_bodies_bytes")).isZero();
    }

    @Test
    void refusalsOfCallsAndLinesAreCountedByCode() {
        ledger.post("/subjects", "{");
        ledger.post("/subjects", "{");
        ledger.get("/claims/nobody");
        ledger.get("/claims?colour=red");
        ledger.importLines("{\"op\":\"fly\"}", "{", "{");
        ledger.send(ledger.request("/claims", "Authorization", "Bearer " + RunningLedger.TOKEN)
                .DELETE());

        MetricsScrape metrics = MetricsScrape.of(ledger);

        assertThat(metrics.value("ledger_refusals_total{code=\"malformed_json\"}"))
                .isEqualTo(4);
        assertThat(metrics.value("ledger_refusals_total{code=\"claim_unknown\"}"))
                .isEqualTo(1);
        assertThat(metrics.value("ledger_refusals_total{code=\"parameter_unknown\"}"))
                .isEqualTo(1);
        assertThat(metrics.value("ledger_refusals_total{code=\"op_unknown\"}")).isEqualTo(1);
        assertThat(metrics.value("ledger_refusals_total{code=\"method_not_allowed\"}"))
                .isEqualTo(1);
    }

    @Test
    void requestsAreCountedByRouteAndNothingThatWasAskedIsALabel() {
        ledger.get("/claims/olga-ivanova?q=olga-ivanova");
        ledger.get("/subjects/olga-ivanova/dossier");
        ledger.get("/olga-ivanova");
        ledger.send(ledger.request("/claims").method("OLGA-IVANOVA", HttpRequest.BodyPublishers.noBody()));

        MetricsScrape metrics = MetricsScrape.of(ledger);

        assertThat(
                        metrics.value(
                                "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/claims/{id}\",status=\"400\"}"))
                .isEqualTo(1);
        assertThat(
                        metrics.value(
                                "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/subjects/{id}/dossier\",status=\"404\"}"))
                .isEqualTo(1);
        assertThat(metrics.series().keySet())
                .noneMatch(series -> series.toLowerCase().contains("olga"));
    }

    @Test
    void metricsNeedTheTokenUnlessASettingOpensThem() {
        assertThat(ledger.get("/metrics").status()).isEqualTo(401);
        assertThat(ledger.get("/metrics", "Authorization", "Bearer wrong").status())
                .isEqualTo(401);

        try (RunningLedger open = RunningLedger.in(folder.resolve("open"), "--ledger.metrics=all")) {
            assertThat(open.get("/metrics").status()).isEqualTo(200);
            assertThat(open.get("/metrics").header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
    }

    @Test
    void healthIsOpenAndTellsOfTheStoreAndOfEachProjection() {
        ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"N\"}");

        RunningLedger.Answer health = ledger.get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("live").booleanValue()).isTrue();
        assertThat(health.json().path("ready").booleanValue()).isTrue();
        assertThat(health.json().at("/store/writable").booleanValue()).isTrue();
        assertThat(health.json().at("/store/position").intValue()).isEqualTo(1);
        assertThat(health.json().at("/store/freeBytes").longValue()).isPositive();
        assertThat(health.json().path("projections")).hasSize(3).allSatisfy(projection -> {
            assertThat(projection.path("running").booleanValue()).isTrue();
            assertThat(projection.path("lag").intValue()).isZero();
        });
        assertThat(ledger.get("/health/live").status()).isEqualTo(200);
    }
}
