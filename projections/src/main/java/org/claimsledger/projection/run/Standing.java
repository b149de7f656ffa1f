package org.claimsledger.projection.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.projection.table.Session;

/**
 * Where a projection's tables stand, and what of: the one row that is committed with them.
 *
 * @param kept by which the version that was kept last is known again
 */
record Standing(Origin origin, String kept) {

    /** To be raised with every change of any table: files of another shape are made anew. */
    static final int SHAPE = 5;

    static final String TABLE = """
        create table standing (
            ledger varchar(255) not null,
            shape integer not null,
            position bigint not null,
            event_id varchar(255) not null,
            kept varchar(40) not null)
        """;

    static void begin(Session session, String ledger) throws SQLException {
        session.prepared("""
            insert into standing (ledger, shape, position, event_id, kept) values (?, ?, 0, '', '')
            """, ledger, SHAPE).executeUpdate();
    }

    static Standing read(Session session) throws SQLException {
        try (ResultSet row = session.prepared("""
            select ledger, shape, position, event_id, kept from standing
            """).executeQuery()) {
            if (!row.next()) {
                throw new SQLException("They do not say where they stand");
            }
            return new Standing(
                    new Origin(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4)), row.getString(5));
        }
    }

    static void move(Session session, long position, String eventId) throws SQLException {
        session.prepared("""
            update standing set position = ?, event_id = ?
            """, position, eventId).executeUpdate();
    }

    static void keep(Session session, String kept) throws SQLException {
        session.prepared("""
            update standing set kept = ?
            """, kept).executeUpdate();
    }
}
