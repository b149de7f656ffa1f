package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty generation with all that the log holds, at once: reads the log once and parts its events by the things
 * that they concern, so that memory holds only a few parts.
 */
public abstract class BulkLoad {

    private static final int PAGE = 5_000;

    /** More would leave the live generation and the clients without a processor on small machines. */
    private static final int THREADS = 2;

    private final Generation generation;
    private final EventLog log;
    private final int passes;
    private final Instant startedAt = Instant.now();
    private final AtomicLong processed = new AtomicLong();
    private long total;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean unfinished;

    /** @param rounds how often it takes each event in hand */
    protected BulkLoad(Generation generation, EventLog log, int rounds) {
        this.generation = generation;
        this.log = log;
        this.passes = rounds;
        this.total = log.head();
        this.running = generation.isFresh();
    }

    final void stop() {
        stopping = true;
    }

    final boolean isRunning() {
        return running;
    }

    /** Whether it was begun and not ended, so that the generation is of no use. */
    final boolean isUnfinished() {
        return unfinished;
    }

    final ProjectionHealth.RebuildProgress progress() {
        return new ProjectionHealth.RebuildProgress(
                startedAt, Math.max(Math.min(processed.get() / passes, total), generation.position()), total);
    }

    /** @return false where it was stopped; then the generation is of no use */
    final boolean run() throws Exception {
        running = true;
        unfinished = true;
        try {
            total = log.head();
            load();
            generation.markLoaded();
            unfinished = false;
            return true;
        } catch (CancellationException e) {
            return false;
        } finally {
            running = false;
        }
    }

    protected abstract void load() throws Exception;

    /** How many events it is made of. */
    protected final long total() {
        return total;
    }

    /** How many events were taken in hand, each as often as there are rounds. */
    protected final AtomicLong processed() {
        return processed;
    }

    /**
     * Reads the log.
     *
     * @return the last event, where there is any
     */
    protected final @Nullable LazyEvent partition(EventPartitions parts, Function<LazyEvent, AffectedKeys> affectedKeys)
            throws IOException {
        LazyEvent last = null;
        for (long position = 0; position < total; ) {
            checkNotStopped();
            List<StoredEvent> page = log.read(position, (int) Math.min(PAGE, total - position));
            List<LazyEvent> events = page.stream().map(LazyEvent::new).toList();
            List<AffectedKeys> all = events.parallelStream().map(affectedKeys).toList();
            for (int i = 0; i < page.size(); i++) {
                parts.add(events.get(i), all.get(i));
            }
            last = events.getLast();
            position = last.position();
            processed.addAndGet(page.size());
        }
        return last;
    }

    /** A part of the work. */
    public interface LoadTask {
        void run() throws Exception;
    }

    protected static void runInParallel(List<LoadTask> all) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (LoadTask loadTask : all) {
                running.add(threads.submit(() -> {
                    loadTask.run();
                    return null;
                }));
            }
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (InterruptedException e) {
                    throw new CancellationException();
                } catch (ExecutionException e) {
                    running.forEach(it -> it.cancel(false));
                    throwAsItIs(e.getCause());
                }
            }
        }
    }

    private static void throwAsItIs(@Nullable Throwable cause) throws Exception {
        switch (cause) {
            case UncheckedIOException e -> throw new IOException(e.getMessage(), e);
            case Exception e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    /** Goes on, unless it was stopped. */
    protected final void checkNotStopped() {
        if (stopping) {
            throw new CancellationException();
        }
    }
}
