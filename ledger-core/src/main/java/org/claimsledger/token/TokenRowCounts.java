package org.claimsledger.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.store.postgres.PostgresListener;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.jspecify.annotations.Nullable;

/** Finds out whether tokens were made or revoked. Rows are only added, so that their numbers say so. */
final class TokenRowCounts implements PostgresListener.Reading {

    private static final String ROW_COUNTS = """
        select (select count(*) from api_token), (select count(*) from api_token_revoked)
        """;

    private record RowCounts(long tokens, long revoked) {}

    private final Runnable changed;
    private @Nullable RowCounts last;

    TokenRowCounts(Runnable changed) {
        this.changed = changed;
    }

    /** The first reading is a change, whatever it reads. */
    @Override
    public void read(PooledConnection connection) throws SQLException {
        RowCounts counts = counts(connection);
        if (!counts.equals(last)) {
            changed.run();
            last = counts;
        }
    }

    private static RowCounts counts(PooledConnection connection) throws SQLException {
        try (ResultSet row = connection.statement(ROW_COUNTS).executeQuery()) {
            row.next();
            return new RowCounts(row.getLong(1), row.getLong(2));
        }
    }
}
