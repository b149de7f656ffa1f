package org.claimsledger.api.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.claimsledger.store.StoreListener;

/** Counts and times the store's writes. The store reports groups, not events, so that this costs next to nothing. */
final class AppendMetrics implements StoreListener {

    /** The duration from which a group counts as a stall, because it holds up all other writes. */
    static final Duration STALL = Duration.ofSeconds(1);

    private final Counter appends;
    private final Counter events;
    private final Counter conflicts;
    private final Counter stalls;
    private final DistributionSummary group;
    private final Timer writing;

    AppendMetrics(MeterRegistry registry) {
        appends = Counter.builder("ledger.appends")
                .description("Appends that were written: one for each accepted write, one for a batch of an import")
                .register(registry);
        events = Counter.builder("ledger.events")
                .description("Events that were written")
                .register(registry);
        conflicts = Counter.builder("ledger.append.conflicts")
                .description("Appends that lost a race and were decided anew")
                .register(registry);
        stalls = Counter.builder("ledger.write.stalls")
                .description("Groups that took longer than a second to write")
                .register(registry);
        group = DistributionSummary.builder("ledger.group.appends")
                .description("How many appends were written in one group, with one sync")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(registry);
        writing = Timer.builder("ledger.group.write")
                .description("How long checking, writing and syncing a group took")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        STALL,
                        Duration.ofSeconds(5))
                .register(registry);
    }

    @Override
    public void groupWritten(int appendsOfGroup, int eventsOfGroup, long nanos) {
        appends.increment(appendsOfGroup);
        events.increment(eventsOfGroup);
        group.record(appendsOfGroup);
        writing.record(Duration.ofNanos(nanos));
        if (nanos > STALL.toNanos()) {
            stalls.increment();
        }
    }

    @Override
    public void appendConflicted() {
        conflicts.increment();
    }
}
