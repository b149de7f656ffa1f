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
import org.claimsledger.store.EventLog;
import org.claimsledger.store.LedgerStore;
import org.claimsledger.store.Receipt;
import org.jspecify.annotations.Nullable;

/** The thin layer between Axon and the decisions: one command message carries requests that are decided together. */
final class CommandHandling {

    private static final QualifiedName NAME = new QualifiedName(EventCatalogue.NAMESPACE, "Requests");
    private static final MessageType RESULT = new MessageType(EventCatalogue.NAMESPACE, "Decided", "1");

    private final Decisions decisions;
    private final EntityCache cache;

    CommandHandling(Decisions decisions, EntityCache cache) {
        this.decisions = decisions;
        this.cache = cache;
    }

    /** Requests that stand or fall with one append, and what became of them. */
    static final class Batch {

        private final List<Request> requests;
        private final @Nullable Duration patience;
        private final List<Decisions.Decided> decided = new ArrayList<>();
        private @Nullable Receipt receipt;

        /** @param patience how long it waits for the disk to begin with it; null for as long as it takes */
        Batch(List<Request> requests, @Nullable Duration patience) {
            this.requests = requests;
            this.patience = patience;
        }

        CommandMessage message() {
            return new GenericCommandMessage(new MessageType(NAME), this);
        }

        List<Outcome> outcomes() {
            return decided.stream().map(this::outcome).toList();
        }

        private Outcome outcome(Decisions.Decided one) {
            return switch (one) {
                case Decisions.Decided.Before before -> new Outcome.Duplicate(located(before.answer()));
                case Decisions.Decided.Not not ->
                    new Outcome.Refused(not.refused().refusals());
                case Decisions.Decided.ToRecord it -> {
                    Receipt.Recorded last = recorded().get(it.lastEvent());
                    yield new Outcome.Accepted(it.id(), it.revision(), it.made(), last.position(), last.at());
                }
            };
        }

        /** A line that stands twice in the same batch repeats an event that had no place yet when it was decided. */
        private Outcome.Accepted located(Outcome.Accepted answer) {
            if (answer.position() > 0) {
                return answer;
            }
            Receipt.Recorded last = recorded().get((int) -answer.position() - 1);
            return new Outcome.Accepted(answer.id(), answer.revision(), answer.made(), last.position(), last.at());
        }

        private List<Receipt.Recorded> recorded() {
            if (receipt == null) {
                throw new IllegalStateException("the events were not recorded");
            }
            return receipt.events();
        }
    }

    /** A request of which nothing is to be recorded, and what would be. */
    static final class Trial {

        private final Request request;
        private final EventLog log;
        private @Nullable Preview preview;

        Trial(Request request, EventLog log) {
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
                        case Trial trial -> handle(trial, engine, context);
                        case null, default -> throw new IllegalArgumentException("neither a batch nor a trial");
                    };
                }));
    }

    /** The position is taken before the look-ups are checked: what they saw holds there, or it is decided anew. */
    private MessageStream.Single<CommandResultMessage> handle(
            Trial trial, EventStorageEngine engine, ProcessingContext context) {
        Boundary boundary = new Boundary(engine, context, cache);
        Decisions.Decided decided = decisions.decide(trial.request, boundary);
        long position = trial.log.head();
        boundary.requireThatNothingHappened();
        if (decided instanceof Decisions.Decided.Not not) {
            throw not.refused();
        }
        trial.preview = new Preview(boundary.recorded(), position);
        return MessageStream.just(new GenericCommandResultMessage(RESULT, trial));
    }

    private MessageStream.Single<CommandResultMessage> handle(
            Batch batch, EventStorageEngine engine, ProcessingContext context) {
        if (batch.patience != null) {
            context.putResource(LedgerStore.PATIENCE, batch.patience);
        }
        Boundary boundary = Boundary.appending(engine, context, cache);
        for (Request request : batch.requests) {
            batch.decided.add(decisions.decide(request, boundary));
        }
        if (batch.decided.stream().anyMatch(Decisions.Decided.Not.class::isInstance)) {
            boundary.requireThatNothingHappenedSinceTheLookUps();
        }
        context.onAfterCommit(done -> {
            batch.receipt = done.getResource(Receipt.KEY);
            boundary.keep(batch.receipt == null ? 0 : batch.receipt.last().position());
            return CompletableFuture.completedFuture(null);
        });
        return MessageStream.just(new GenericCommandResultMessage(RESULT, batch));
    }
}
