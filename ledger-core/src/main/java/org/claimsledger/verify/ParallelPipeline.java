package org.claimsledger.verify;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Processes many pieces on all processors, and passes the results on in the order of the pieces. Pieces are taken and
 * results passed on by the caller's thread; only a few pieces are in memory at once.
 */
public final class ParallelPipeline {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = PROCESSORS + 2;

    private ParallelPipeline() {}

    /** Supplies the pieces. */
    @FunctionalInterface
    public interface WorkSource<T> {

        /** The next piece; null at the end. */
        @Nullable
        T next();
    }

    /** Runs the pipeline; the first failure to take, process or pass on a piece ends it. */
    public static <T, R> void run(WorkSource<T> workSource, Function<T, R> work, Consumer<R> then) {
        ExecutorService workers = Executors.newFixedThreadPool(
                PROCESSORS,
                Thread.ofPlatform().name("side-by-side-", 1).daemon(true).factory());
        try {
            Queue<Future<R>> running = new ArrayDeque<>();
            for (T piece = workSource.next(); piece != null; piece = workSource.next()) {
                T submitted = piece;
                running.add(workers.submit(() -> work.apply(submitted)));
                if (running.size() > AHEAD) {
                    then.accept(resultOf(running.remove()));
                }
            }
            while (!running.isEmpty()) {
                then.accept(resultOf(running.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R resultOf(Future<R> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted half-way", interrupted);
        }
    }
}
