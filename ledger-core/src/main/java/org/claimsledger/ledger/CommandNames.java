package org.claimsledger.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.EventCatalogue;

/** The name on Axon's bus of every command that there is: that of its record, in the ledger's namespace. */
final class CommandNames {

    private static final Map<Class<?>, MessageType> TYPES = new HashMap<>();

    static {
        register(LedgerCommand.class);
    }

    private CommandNames() {}

    private static void register(Class<?> command) {
        if (command.isSealed()) {
            for (Class<?> narrower : command.getPermittedSubclasses()) {
                register(narrower);
            }
        } else {
            TYPES.put(command, typeOf(command));
        }
    }

    static Set<QualifiedName> all() {
        return TYPES.values().stream().map(MessageType::qualifiedName).collect(Collectors.toSet());
    }

    static MessageType typeOf(LedgerCommand command) {
        return Objects.requireNonNull(TYPES.get(command.getClass()));
    }

    /** The type of a message that carries a record of this class. */
    static MessageType typeOf(Class<?> payload) {
        return new MessageType(EventCatalogue.NAMESPACE, payload.getSimpleName(), EventCatalogue.VERSION);
    }
}
