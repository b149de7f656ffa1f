package org.claimsledger.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables written by hand on the same H2, without a ledger: the baseline for the figures. */
final class PlainTableBaseline implements AutoCloseable {

    private static final int GROUP = 32;
    private static final String TEXT = "x".repeat(400);

    private final Connection connection;
    private final FileChannel log;

    PlainTableBaseline(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        connection = DriverManager.getConnection("jdbc:h2:file:" + folder.toAbsolutePath() + "/plain");
        connection.setAutoCommit(false);
        log = FileChannel.open(folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        execute("create table event (position bigint primary key, payload varchar)");
        execute("create table tag (tag_position bigint primary key)");
        execute("create table version (claim int, since bigint, till bigint, payload varchar, primary key (claim,"
                + " since))");
        connection.commit();
    }

    /** Inserts an event and three tags each, committed and synced in groups. */
    void append(int events) throws SQLException, IOException {
        try (PreparedStatement event = connection.prepareStatement("insert into event values (?, ?)");
                PreparedStatement tag = connection.prepareStatement("insert into tag values (?)")) {
            for (int i = 1; i <= events; i++) {
                event.setLong(1, i);
                event.setString(2, TEXT);
                event.addBatch();
                for (long key : new long[] {i % 2_000, 10_000 + i % 500, 100_000 + i}) {
                    tag.setLong(1, key << 36 | i);
                    tag.addBatch();
                }
                if (i % GROUP == 0 || i == events) {
                    event.executeBatch();
                    tag.executeBatch();
                    connection.commit();
                    log.write(ByteBuffer.allocate(GROUP * 600));
                    log.force(false);
                }
            }
        }
    }

    /** A history table: so many versions of each claim, one after the other. */
    void history(int claims, int versions) throws SQLException {
        try (PreparedStatement version = connection.prepareStatement("insert into version values (?, ?, ?, ?)")) {
            for (int claim = 0; claim < claims; claim++) {
                for (int n = 0; n < versions; n++) {
                    version.setInt(1, claim);
                    version.setLong(2, (long) n * claims + claim + 1);
                    version.setLong(3, n == versions - 1 ? Long.MAX_VALUE : (long) (n + 1) * claims + claim + 1);
                    version.setString(4, TEXT);
                    version.addBatch();
                }
                if (claim % 1_000 == 999) {
                    version.executeBatch();
                    connection.commit();
                }
            }
            version.executeBatch();
            connection.commit();
        }
    }

    List<String> read(int claim, long asOf) {
        return query("""
            select payload from version where claim = ? and since <= ? and till > ?
            """, claim, asOf, asOf);
    }

    List<String> page(int after, long asOf, int limit) {
        return query("""
            select payload from version where claim > ? and since <= ? and till > ? order by claim limit ?
            """, after, asOf, asOf, limit);
    }

    List<String> historyOf(int claim) {
        return query("select payload from version where claim = ? order by since", claim);
    }

    private List<String> query(String sql, long... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        log.close();
    }
}
