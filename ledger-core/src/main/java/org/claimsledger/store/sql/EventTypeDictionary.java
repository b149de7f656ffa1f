package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;

/**
 * The dictionary of event types, so that a row holds a small number instead of a name and a version. A ledger has some
 * dozens, so all are in memory.
 */
public final class EventTypeDictionary {

    private static final String ALL = """
        select id, name, version from event_type
        """;
    private static final String INSERT = """
        insert into event_type (id, name, version) values (?, ?, ?)
        """;

    private final Map<Integer, MessageType> types = new ConcurrentHashMap<>();
    private final Map<MessageType, Integer> ids = new ConcurrentHashMap<>();
    private final Map<MessageType, Integer> uncommitted = new LinkedHashMap<>();

    /** Reads the committed types, also those of other nodes. */
    public void load(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(ALL);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                cache(rows.getInt(1), new MessageType(new QualifiedName(rows.getString(2)), rows.getString(3)));
            }
        }
    }

    MessageType type(int id) {
        MessageType type = types.get(id);
        if (type == null) {
            throw new IllegalStateException("The ledger holds no event type " + id);
        }
        return type;
    }

    /** The ids under which events of these names are stored, in any version. */
    List<Integer> idsOf(Collection<QualifiedName> names) {
        return types.entrySet().stream()
                .filter(entry -> names.contains(entry.getValue().qualifiedName()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many types there are, which is also the last id. */
    public int count() {
        return types.size();
    }

    /** The id of a type; a new type is given one in the connection's transaction. */
    int idFor(MessageType type, Connection connection) throws SQLException {
        Integer id = ids.getOrDefault(type, uncommitted.get(type));
        return id != null ? id : assign(type, connection);
    }

    /** The transaction was committed; everyone may use its types. */
    void committed() {
        uncommitted.forEach((type, id) -> cache(id, type));
        uncommitted.clear();
    }

    /** The transaction was rolled back; its types have no ids. */
    public void rolledBack() {
        uncommitted.clear();
    }

    private int assign(MessageType type, Connection connection) throws SQLException {
        int id = types.size() + uncommitted.size() + 1;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, id);
            insert.setString(2, type.name());
            insert.setString(3, type.version());
            insert.executeUpdate();
        }
        uncommitted.put(type, id);
        return id;
    }

    private void cache(int id, MessageType type) {
        types.put(id, type);
        ids.put(type, id);
    }
}
