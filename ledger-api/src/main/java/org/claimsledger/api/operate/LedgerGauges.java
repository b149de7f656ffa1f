package org.claimsledger.api.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.claimsledger.api.limit.ImportLimiter;
import org.claimsledger.api.limit.WriteLimiter;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.run.ProjectionHealth;

/** Metrics that are computed only when somebody reads the metrics. */
final class LedgerGauges {

    private static final double NANOS = 1e9;
    private static final String FILES = "The sizes of the ledger's files";

    private final MeterRegistry registry;

    LedgerGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(Ledger ledger) {
        gauge("ledger.position", "The last event that is on disk", ledger, it -> it.figures()
                .position());
        gauge(
                "ledger.appends.waiting",
                "Appends that wait to be written, those of the group in hand among them",
                ledger,
                it -> it.figures().waitingAppends());
        gauge("ledger.appends.waiting.bytes", "About how many bytes they hold", ledger, it -> it.figures()
                .waitingBytes());
        gauge(
                "ledger.group.writing.seconds",
                "For how long the group in hand has been written; 0 where there is none",
                ledger,
                it -> it.figures().writingNanos() / NANOS);
        gauge(
                "ledger.writable",
                "1 where a write would be taken, 0 where it would not",
                ledger,
                it -> it.whyWritesFail() == null ? 1 : 0);
        ledger.figures().fileBytes().keySet().forEach(file -> Gauge.builder(
                        "ledger.file.bytes",
                        ledger,
                        it -> it.figures().fileBytes().getOrDefault(file, 0L))
                .description(FILES)
                .tag("file", file)
                .register(registry));
        ledger.figures()
                .cacheEntries()
                .keySet()
                .forEach(cache ->
                        cache(cache, ledger, it -> it.figures().cacheEntries().getOrDefault(cache, 0L)));
        cache("entities", ledger, Ledger::cachedStates);
    }

    private void cache(String cache, Ledger ledger, ToDoubleFunction<Ledger> entries) {
        Gauge.builder("ledger.cache.entries", ledger, entries)
                .description("What is remembered, so that it need not be looked up")
                .tag("cache", cache)
                .register(registry);
    }

    void register(ReadModels readModels) {
        for (ProjectionHealth projection : readModels.health()) {
            String name = projection.name();
            projection(
                    "ledger.projection.position",
                    "The last event that can be read in it",
                    readModels,
                    name,
                    it -> it.position());
            projection(
                    "ledger.projection.lag",
                    "How many events cannot be read in it yet",
                    readModels,
                    name,
                    it -> it.lag());
            projection(
                    "ledger.projection.running",
                    "1 where it follows the log, 0 where it has stopped",
                    readModels,
                    name,
                    it -> it.running() ? 1 : 0);
        }
    }

    private void projection(
            String metric,
            String meaning,
            ReadModels readModels,
            String name,
            ToDoubleFunction<ProjectionHealth> value) {
        Gauge.builder(metric, readModels, all -> all.health().stream()
                        .filter(projectionHealth -> projectionHealth.name().equals(name))
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN))
                .description(meaning)
                .tag("projection", name)
                .register(registry);
    }

    void register(Path folder) {
        gauge(
                "ledger.disk.free.bytes",
                "What is left on the file system of the ledger's folder",
                folder,
                it -> it.toFile().getUsableSpace());
        Gauge.builder("ledger.file.bytes", folder, it -> bytesIn(it.resolve("projections")))
                .description(FILES)
                .tag("file", "projections")
                .register(registry);
    }

    /** A file that disappears meanwhile counts as 0 bytes. */
    private static long bytesIn(Path folder) {
        File[] files = folder.toFile().listFiles();
        return files == null ? 0 : Arrays.stream(files).mapToLong(File::length).sum();
    }

    void register(WriteLimiter writes, ImportLimiter imports) {
        gauge("ledger.writes.active", "Writes that are being carried out", writes, WriteLimiter::activeWrites);
        gauge("ledger.bodies.bytes", "Bodies of writes in memory, to 16 KiB each", writes, WriteLimiter::bodyBytes);
        gauge("ledger.imports.active", "Imports that are being carried out", imports, ImportLimiter::activeImports);
    }

    private <T> void gauge(String name, String meaning, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(meaning).register(registry);
    }
}
