package org.claimsledger.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.DuplicateCommandHandlerSubscriptionException;
import org.axonframework.messaging.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.jspecify.annotations.Nullable;

/**
 * A command bus on which several commands can be one unit of work. A command that is dispatched within a unit of work is
 * handled in that one; Axon's own bus would begin another. A result comes after the commit, with what was recorded.
 */
final class LedgerCommandBus implements CommandBus {

    private final UnitOfWorkFactory unitsOfWork;
    private final Map<QualifiedName, CommandHandler> handlers = new ConcurrentHashMap<>();

    LedgerCommandBus(UnitOfWorkFactory unitsOfWork) {
        this.unitsOfWork = unitsOfWork;
    }

    @Override
    public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
        CommandHandler earlier = handlers.putIfAbsent(name, handler);
        if (earlier != null && earlier != handler) {
            throw new DuplicateCommandHandlerSubscriptionException(name, earlier, handler);
        }
        return this;
    }

    @Override
    public CompletableFuture<CommandResultMessage> dispatch(
            CommandMessage command, @Nullable ProcessingContext context) {
        CommandHandler handler = handlers.get(command.type().qualifiedName());
        if (handler == null) {
            return CompletableFuture.failedFuture(
                    new NoHandlerForCommandException("No handler for the command " + command.type()));
        }
        if (context != null) {
            return handle(command, handler, context);
        }
        return UnitsOfWork.handle(
                        unitsOfWork.create(command.identifier()), own -> List.of(handle(command, handler, own)))
                .thenApply(List::getFirst);
    }

    private static CompletableFuture<CommandResultMessage> handle(
            CommandMessage command, CommandHandler handler, ProcessingContext context) {
        return UnitsOfWork.<CommandResultMessage>failing(
                        in -> handler.handle(command, in).asCompletableFuture().thenApply(MessageStream.Entry::message))
                .apply(context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("unitsOfWork", unitsOfWork);
        descriptor.describeProperty("handlers", handlers);
    }
}
