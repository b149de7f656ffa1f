package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.claimsledger.projection.table.Page;

/** What tests do with projections, whatever they test. */
final class Reading {

    static final String LEDGER = "01ledger";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Reading() {}

    /** Projections that have applied all of the log. */
    static Projections of(MemoryLog log, Path folder) throws InterruptedException {
        return caughtUp(Projections.open(folder.resolve("projections"), log, LEDGER), log);
    }

    static Projections caughtUp(Projections projections, MemoryLog log) throws InterruptedException {
        assertThat(projections.awaitApplied(log.head(), PATIENCE))
                .as("%s", projections.health())
                .isTrue();
        return projections;
    }

    /** After the rebuilds that run. */
    static Projections rebuilt(Projections projections) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (projections.health().stream().allMatch(it -> it.rebuild() == null)) {
                return projections;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(projections.health().toString());
    }

    /** All items of a list, page after page. */
    static <T> List<T> all(LongFunction<Page<T>> pageAfter) {
        List<T> all = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Page<T> page = pageAfter.apply(after);
            all.addAll(page.items());
            assertThat(page.next()).satisfiesAnyOf(next -> assertThat(next).isNull(), next -> assertThat(next)
                    .isPositive());
            after = page.next();
        }
        return all;
    }
}
