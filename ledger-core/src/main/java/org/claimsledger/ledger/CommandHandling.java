package org.claimsledger.ledger;

import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.Receipt;
import org.claimsledger.value.Refused;

/**
 * The thin layer between Axon and the decisions: every command of the ledger is handled here. Commands of one unit of work
 * share a boundary, so that each sees what came of those before it and all are recorded by one append.
 */
final class CommandHandling {

    private static final ResourceKey<Boundary> BOUNDARY = ResourceKey.withLabel("ledgerBoundary");

    private final RequestDecider requestDecider;
    private final EntityCache cache;
    private final EventStorageEngine engine;
    private final EventLog log;

    CommandHandling(RequestDecider requestDecider, EntityCache cache, EventStorageEngine engine, EventLog log) {
        this.requestDecider = requestDecider;
        this.cache = cache;
        this.engine = engine;
        this.log = log;
    }

    void register(EventSourcingConfigurer configurer) {
        var handlers = CommandHandlingModule.named("ledger").commandHandlers();
        for (QualifiedName command : CommandNames.all()) {
            handlers.commandHandler(command, this::handle);
        }
        configurer.registerCommandHandlingModule(handlers);
    }

    private MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        Request request = Request.of(message);
        return Request.isDryRun(message)
                ? MessageStream.just(result(preview(request, context)))
                : MessageStream.fromFuture(carryOut(request, context));
    }

    /** The position is taken before the look-ups are checked: what they saw holds there, or it is decided anew. */
    private Preview preview(Request request, ProcessingContext context) {
        Boundary boundary = new Boundary(engine, context, cache);
        Outcome outcome = requestDecider.decide(request, boundary);
        long position = log.head();
        boundary.requireLookUpsStillHold();
        if (outcome instanceof Outcome.NotAccepted notAccepted) {
            throw new Refused(notAccepted.refusals());
        }
        return new Preview(boundary.recorded(), position);
    }

    /** The outcome is known when the events have their places. */
    private CompletableFuture<CommandResultMessage> carryOut(Request request, ProcessingContext context) {
        Boundary boundary = context.computeResourceIfAbsent(BOUNDARY, () -> Boundary.appending(engine, context, cache));
        Outcome outcome = requestDecider.decide(request, boundary);
        if (outcome instanceof Outcome.NotAccepted) {
            boundary.noteRefusal();
        }
        CompletableFuture<CommandResultMessage> result = new CompletableFuture<>();
        context.runOnAfterCommit(
                committed -> result.complete(result(outcome.recordedAs(committed.getResource(Receipt.KEY)))));
        context.onError((failing, phase, fault) -> result.completeExceptionally(fault));
        return result;
    }

    private static CommandResultMessage result(Object payload) {
        return new GenericCommandResultMessage(CommandNames.typeOf(payload.getClass()), payload);
    }
}
