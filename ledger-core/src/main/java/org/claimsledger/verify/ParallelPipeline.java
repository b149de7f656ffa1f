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
 * Works on many pieces on all processors, and hands on what came of them in the order of the pieces. Taking and handing
 * on happen on the caller's thread; no more than a few pieces are in memory at once.
 */
public final class ParallelPipeline {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = PROCESSORS + 2;

    private ParallelPipeline() {}

    /** Where pieces come from. */
    @FunctionalInterface
    public interface WorkSource<T> {

        /** The next piece, null where there are no more. */
        @Nullable
        T next();
    }

    /** The first failure of any of the three ends it. */
    public static <T, R> void run(WorkSource<T> workSource, Function<T, R> work, Consumer<R> then) {
        ExecutorService workers = Executors.newFixedThreadPool(
                PROCESSORS,
                Thread.ofPlatform().name("side-by-side-", 1).daemon(true).factory());
        try {
            Queue<Future<R>> begun = new ArrayDeque<>();
            for (T piece = workSource.next(); piece != null; piece = workSource.next()) {
                T it = piece;
                begun.add(workers.submit(() -> work.apply(it)));
                if (begun.size() > AHEAD) {
                    then.accept(resultOf(begun.remove()));
                }
            }
            while (!begun.isEmpty()) {
                then.accept(resultOf(begun.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R resultOf(Future<R> begun) {
        try {
            return begun.get();
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
