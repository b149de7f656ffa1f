package org.claimsledger.verify;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/** The log page by page, read and worked on side by side, since positions have no gaps and say where a page begins. */
public final class LogPages {

    private static final int PAGE = 2_000;

    private LogPages() {}

    /**
     * Events after one position and up to another.
     *
     * @param after the page holds what comes after it
     * @param upTo and up to there, unless the log lacks something
     */
    public record LogPage(long after, long upTo, List<StoredEvent> events) {}

    /** Reads from {@code after} to {@code upTo}; what came of each page is handed on in their order. */
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
