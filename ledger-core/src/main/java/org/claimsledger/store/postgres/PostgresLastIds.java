package org.claimsledger.store.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.store.append.LedgerHead;

/** The last event of the tables, and the last ids of a tag and of a type. */
record PostgresLastIds(LedgerHead.LastEvent last, long lastTagId, int lastTypeId) {

    /** The last entries of three primary keys. */
    static final String SELECT = """
        select
            coalesce((select max(position) from event), 0),
            coalesce((select recorded_at from event order by position desc limit 1), 0),
            coalesce((select max(id) from tag), 0),
            coalesce((select max(id) from event_type), 0)
        """;

    static PostgresLastIds of(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return of(row);
        }
    }

    static PostgresLastIds of(ResultSet row) throws SQLException {
        row.next();
        return new PostgresLastIds(
                new LedgerHead.LastEvent(row.getLong(1), row.getLong(2)), row.getLong(3), row.getInt(4));
    }
}
