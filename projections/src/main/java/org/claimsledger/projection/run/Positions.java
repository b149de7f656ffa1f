package org.claimsledger.projection.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.projection.table.Session;

/** Where each projection stands, and whose log it stands in. */
final class Positions {

    /** To be raised with every change of any table: files of another shape are made anew. */
    static final int SHAPE = 1;

    static final List<String> TABLES = List.of("""
        create table origin (
            ledger varchar(255) not null,
            shape integer not null)
        """, """
        create table projection (
            name varchar(40) not null primary key,
            position bigint not null,
            event_id varchar(255) not null)
        """);

    /** Whose log the tables are derived from, and in which shape they are. */
    record Origin(String ledger, int shape) {}

    /**
     * The last event that a projection has applied.
     *
     * @param eventId tells whether the log still has that very event there, and not another history
     */
    record Position(long position, String eventId) {}

    private Positions() {}

    static void begin(Session session, String ledger, List<Projection> projections) throws SQLException {
        session.prepared("""
            insert into origin (ledger, shape) values (?, ?)
            """, ledger, SHAPE).executeUpdate();
        for (Projection projection : projections) {
            session.prepared("""
                insert into projection (name, position, event_id) values (?, 0, '')
                """, projection.name()).executeUpdate();
        }
    }

    static Origin origin(Session session) throws SQLException {
        try (ResultSet row = session.prepared("""
            select ledger, shape from origin
            """).executeQuery()) {
            return row.next() ? new Origin(row.getString(1), row.getInt(2)) : new Origin("", 0);
        }
    }

    static Map<String, Position> all(Session session) throws SQLException {
        Map<String, Position> all = new LinkedHashMap<>();
        try (ResultSet row = session.prepared("""
            select name, position, event_id from projection
            """).executeQuery()) {
            while (row.next()) {
                all.put(row.getString(1), new Position(row.getLong(2), row.getString(3)));
            }
        }
        return all;
    }

    static void store(Session session, String projection, long position, String eventId) throws SQLException {
        session.prepared("""
            update projection set position = ?, event_id = ? where name = ?
            """, position, eventId, projection).executeUpdate();
    }
}
