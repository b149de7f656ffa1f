package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.claimsledger.projection.table.Page;

/** Opens projections for tests, waits for them, and reads their pages. */
final class ReadModelFixture {

    static final String LEDGER = "01ledger";
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private ReadModelFixture() {}

    /** Projections that have applied the whole log. */
    static ReadModels of(MemoryLog log, Path folder) throws InterruptedException {
        return awaitCaughtUp(ReadModels.open(folder.resolve("projections"), log, LEDGER), log);
    }

    /** Waits until the tables have applied the whole log, and so has the index unless it has stopped. */
    static ReadModels awaitCaughtUp(ReadModels readModels, MemoryLog log) throws InterruptedException {
        assertThat(readModels.awaitApplied(log.head(), PATIENCE))
                .as("%s", readModels.health())
                .isTrue();
        readModels.awaitShown(log.head(), PATIENCE);
        return readModels;
    }

    /** Waits until no rebuild is under way. */
    static ReadModels awaitRebuilt(ReadModels readModels) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (readModels.health().stream().allMatch(it -> it.rebuild() == null)) {
                return readModels;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(readModels.health().toString());
    }

    /** All items of a list, page after page. */
    static <T> List<T> allPages(LongFunction<Page<T>> pageAfter) {
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
