package org.claimsledger.projection.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.projection.table.TableSession;

/**
 * The one row that is committed with every change of a projection's tables: their origin and position.
 *
 * @param signature the signature by which the last kept version is recognized
 */
record TableHeader(GenerationOrigin origin, String signature) {

    /** To be raised with every change of a table, because tables of another version are rebuilt. */
    static final int SCHEMA_VERSION = 6;

    static final String TABLE = """
        create table standing (
            ledger varchar(255) not null,
            shape integer not null,
            position bigint not null,
            event_id varchar(255) not null,
            kept varchar(40) not null)
        """;

    static void insertInitial(TableSession tableSession, String ledger) throws SQLException {
        tableSession.prepare("""
            insert into standing (ledger, shape, position, event_id, kept) values (?, ?, 0, '', '')
            """, ledger, SCHEMA_VERSION).executeUpdate();
    }

    static TableHeader read(TableSession tableSession) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select ledger, shape, position, event_id, kept from standing
            """).executeQuery()) {
            if (!row.next()) {
                throw new SQLException("They do not say where they stand");
            }
            return new TableHeader(
                    new GenerationOrigin(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4)),
                    row.getString(5));
        }
    }

    static void advance(TableSession tableSession, long position, String eventId) throws SQLException {
        tableSession.prepare("""
            update standing set position = ?, event_id = ?
            """, position, eventId).executeUpdate();
    }

    static void sign(TableSession tableSession, String signature) throws SQLException {
        tableSession.prepare("""
            update standing set kept = ?
            """, signature).executeUpdate();
    }
}
