package org.claimsledger.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.store.AppendTimeout;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.Receipt;
import org.jspecify.annotations.Nullable;

/** The thin layer between Axon and the decisions: one command message carries requests that are decided together. */
final class CommandHandling {

    private static final QualifiedName NAME = new QualifiedName(EventCatalogue.NAMESPACE, "Requests");
    private static final MessageType RESULT = new MessageType(EventCatalogue.NAMESPACE, "Decided", "1");

    private final RequestDecider requestDecider;
    private final EntityCache cache;

    CommandHandling(RequestDecider requestDecider, EntityCache cache) {
        this.requestDecider = requestDecider;
        this.cache = cache;
    }

    /** Requests that stand or fall with one append, and what became of them. */
    static final class Batch {

        private final List<Request> requests;
        private final @Nullable Duration appendTimeout;
        private final List<RequestDecider.RequestDecision> requestDecision = new ArrayList<>();
        private @Nullable Receipt receipt;

        /** @param patience how long it waits for the disk to begin with it; null for as long as it takes */
        Batch(List<Request> requests, @Nullable Duration patience) {
            this.requests = requests;
            this.appendTimeout = patience;
        }

        CommandMessage message() {
            return new GenericCommandMessage(new MessageType(NAME), this);
        }

        List<Outcome> outcomes() {
            return requestDecision.stream().map(this::outcome).toList();
        }

        private Outcome outcome(RequestDecider.RequestDecision one) {
            return switch (one) {
                case RequestDecider.RequestDecision.AcceptedEarlier acceptedEarlier ->
                    new Outcome.Duplicate(located(acceptedEarlier.answer()));
                case RequestDecider.RequestDecision.NotAllowed notAllowed ->
                    new Outcome.NotAccepted(notAllowed.refused().refusals());
                case RequestDecider.RequestDecision.ToRecord it -> {
                    Receipt.AssignedPosition last = recorded().get(it.lastEvent());
                    yield new Outcome.Accepted(
                            it.id(), it.revision(), it.createdId(), last.position(), last.recordedAt());
                }
            };
        }

        /** A line that stands twice in the same batch repeats an event that had no place yet when it was decided. */
        private Outcome.Accepted located(Outcome.Accepted answer) {
            if (answer.position() > 0) {
                return answer;
            }
            Receipt.AssignedPosition last = recorded().get((int) -answer.position() - 1);
            return new Outcome.Accepted(
                    answer.id(), answer.revision(), answer.createdId(), last.position(), last.recordedAt());
        }

        private List<Receipt.AssignedPosition> recorded() {
            if (receipt == null) {
                throw new IllegalStateException("the events were not recorded");
            }
            return receipt.events();
        }
    }

    /** A request of which nothing is to be recorded, and what would be. */
    static final class DryRun {

        private final Request request;
        private final EventLog log;
        private @Nullable Preview preview;

        DryRun(Request request, EventLog log) {
            this.request = request;
            this.log = log;
        }

        CommandMessage message() {
            return new GenericCommandMessage(new MessageType(NAME), this);
        }

        Preview preview() {
            return Objects.requireNonNull(preview, "the request was not decided");
        }
    }

    void register(EventSourcingConfigurer configurer) {
        configurer.registerCommandHandlingModule(
                CommandHandlingModule.named("ledger").commandHandlers().commandHandler(NAME, configuration -> {
                    EventStorageEngine engine = configuration.getComponent(EventStorageEngine.class);
                    return (command, context) -> switch (command.payload()) {
                        case Batch batch -> handle(batch, engine, context);
                        case DryRun dryRun -> handle(dryRun, engine, context);
                        case null, default -> throw new IllegalArgumentException("neither a batch nor a trial");
                    };
                }));
    }

    /** The position is taken before the look-ups are checked: what they saw holds there, or it is decided anew. */
    private MessageStream.Single<CommandResultMessage> handle(
            DryRun dryRun, EventStorageEngine engine, ProcessingContext context) {
        Boundary boundary = new Boundary(engine, context, cache);
        RequestDecider.RequestDecision requestDecision = requestDecider.decide(dryRun.request, boundary);
        long position = dryRun.log.head();
        boundary.requireLookUpsStillHold();
        if (requestDecision instanceof RequestDecider.RequestDecision.NotAllowed notAllowed) {
            throw notAllowed.refused();
        }
        dryRun.preview = new Preview(boundary.recorded(), position);
        return MessageStream.just(new GenericCommandResultMessage(RESULT, dryRun));
    }

    private MessageStream.Single<CommandResultMessage> handle(
            Batch batch, EventStorageEngine engine, ProcessingContext context) {
        if (batch.appendTimeout != null) {
            context.putResource(AppendTimeout.KEY, batch.appendTimeout);
        }
        Boundary boundary = Boundary.appending(engine, context, cache);
        for (Request request : batch.requests) {
            batch.requestDecision.add(requestDecider.decide(request, boundary));
        }
        if (batch.requestDecision.stream().anyMatch(RequestDecider.RequestDecision.NotAllowed.class::isInstance)) {
            boundary.requireLookUpsStillHoldUnlessAppending();
        }
        context.onAfterCommit(done -> {
            batch.receipt = done.getResource(Receipt.KEY);
            boundary.cacheStates(
                    batch.receipt == null ? 0 : batch.receipt.last().position());
            return CompletableFuture.completedFuture(null);
        });
        return MessageStream.just(new GenericCommandResultMessage(RESULT, batch));
    }
}
