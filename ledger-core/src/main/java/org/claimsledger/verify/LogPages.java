package org.claimsledger.verify;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/** Reads and processes pages of the log in parallel: positions have no gaps, so that each page's beginning is known. */
public final class LogPages {

    private static final int PAGE = 2_000;

    private LogPages() {}

    /**
     * The events after one position and up to another.
     *
     * @param after the position before the page
     * @param upTo the page's last position; events are missing where the log lacks them
     */
    public record LogPage(long after, long upTo, List<StoredEvent> events) {}

    /**
     * Processes the events after {@code after} and up to {@code upTo}; the results are passed on in the order of the
     * pages.
     */
    public static <R> void run(EventLog log, long after, long upTo, Function<LogPage, R> work, Consumer<R> then) {
        long[] at = {after};
        ParallelPipeline.<Long, R>run(
                () -> {
                    if (at[0] >= upTo) {
                        return null;
                    }
                    long begin = at[0];
                    at[0] = Math.min(upTo, begin + PAGE);
                    return begin;
                },
                begin -> {
                    long end = Math.min(upTo, begin + PAGE);
                    return work.apply(new LogPage(begin, end, log.read(begin, (int) (end - begin))));
                },
                then);
    }
}
