package org.claimsledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.UnitOfWork;

/**
 * Axon's units of work, whose every failure reaches the caller. Those of 5.0.1 catch an {@code Exception} only: after an
 * {@code Error} the result of {@code executeWithResult} never comes, and error handlers fail for want of a cause.
 */
final class UnitsOfWork {

    private UnitsOfWork() {}

    /** An action for a phase that fails with an Error as it fails with an exception. */
    static <T> Function<ProcessingContext, CompletableFuture<T>> failing(
            Function<ProcessingContext, CompletableFuture<T>> action) {
        return context -> {
            try {
                return action.apply(context);
            } catch (Throwable e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    /**
     * Handles commands in one unit of work. Their results come when it is committed; a result that has failed before stops
     * it, and nothing is recorded.
     */
    static CompletableFuture<List<CommandResultMessage>> handle(
            UnitOfWork unitOfWork,
            Function<ProcessingContext, List<CompletableFuture<CommandResultMessage>>> dispatching) {
        List<CompletableFuture<CommandResultMessage>> results = new ArrayList<>();
        unitOfWork.onInvocation(failing(context -> {
            results.addAll(dispatching.apply(context));
            return results.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .findFirst()
                    .<CompletableFuture<?>>map(failed -> failed)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        })::apply);
        return unitOfWork
                .execute()
                .thenCompose(committed -> CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }
}
