package org.claimsledger.store.engine;

import static org.claimsledger.store.engine.StoreBench.processor;
import static org.claimsledger.store.engine.StoreBench.processorTime;
import static org.claimsledger.store.engine.StoreBench.rate;
import static org.claimsledger.store.engine.StoreBench.row;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.postgres.PostgresConnector;
import org.claimsledger.store.postgres.PostgresDialect;

/** The PostgreSQL part of {@link StoreBench}: a server on the same disk that syncs every commit. */
final class PostgresBench {

    private PostgresBench() {}

    static void run(Path folder, int events) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        try {
            write(server.getPort(), events / 5);
        } finally {
            server.close();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void write(int port, int events) throws Exception {
        double small = batches(fresh(port, "raw8"), 8, events);
        row("PostgreSQL, raw: JDBC batch, groups of 8", small, "/s", "");
        double large = batches(fresh(port, "raw32"), 32, events);
        row("PostgreSQL, raw: JDBC batch, groups of 32", large, "/s", "");
        double each = transactions(fresh(port, "raw1"), 16, events / 4);
        row("PostgreSQL, raw: 16 callers, a transaction an event", each, "/s", "");

        PostgresDatabase postgresDatabase = fresh(port, "ledger");
        LedgerStore store =
                LedgerStore.open(postgresDatabase, TestEvents.TEXT, InstantSource.system(), StoreLimits.DEFAULTS);
        StoreBench.append(store, 0, events / 4, 64);
        double one = StoreBench.append(store, store.log().head(), events / 20, 1);
        row("PostgreSQL, durable append, 1 caller", one, "/s", "");
        double some = StoreBench.append(store, store.log().head(), events, 16);
        row(
                "PostgreSQL, durable append, 16 callers",
                some,
                "/s",
                "%.2f x batches of 8, %.2f x 16 callers".formatted(some / small, some / each));
        long processor = processorTime();
        double many = StoreBench.append(store, store.log().head(), events, 64);
        row(
                "PostgreSQL, durable append, 64 callers",
                many,
                "/s",
                "%.2f x batches of 32".formatted(many / large) + processor(processor, events));
        pages(postgresDatabase, store.log().head());
        double pages = pages(postgresDatabase, store.log().head());
        row("PostgreSQL, raw: paged select of 500", pages, "/s", "");
        StoreBench.stream(store);
        double streamed = StoreBench.stream(store);
        row("PostgreSQL, stream()", streamed, "/s", "%.2f x raw".formatted(streamed / pages));
        row("PostgreSQL, source() of 20 events", StoreBench.source(store, 10_000), "/s", "");
        store.close();
    }

    private static PostgresDatabase fresh(int port, String name) {
        var maintenance = new PostgresDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
        PostgresForTests.execute(maintenance, "create database " + name);
        return new PostgresDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
    }

    private static Connection tables(PostgresDatabase postgresDatabase) throws SQLException {
        Connection connection = new PostgresConnector(postgresDatabase).connect();
        try (Statement statement = connection.createStatement()) {
            for (String sql : new PostgresDialect().schema()) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    /** Plain inserts of the same rows, as for H2. */
    private static double batches(PostgresDatabase postgresDatabase, int group, int count) throws SQLException {
        try (Connection connection = tables(postgresDatabase)) {
            connection.setAutoCommit(false);
            var insert = new Inserts(connection);
            long start = 0;
            for (int n = 0; n < count; n += group) {
                start = n == count / 4 / group * group ? System.nanoTime() : start;
                insert.rows(n, group);
                connection.commit();
            }
            return rate(count - count / 4, start);
        }
    }

    /** Every caller has its own connection and commits every event, without any check. */
    private static double transactions(PostgresDatabase postgresDatabase, int callers, int count) throws Exception {
        tables(postgresDatabase).close();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            long start = System.nanoTime();
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                done.add(threads.submit(() -> {
                    try (Connection connection = new PostgresConnector(postgresDatabase).connect()) {
                        connection.setAutoCommit(false);
                        var insert = new Inserts(connection);
                        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                            insert.rows(n, 1);
                            connection.commit();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
            return rate(count, start);
        }
    }

    private static double pages(PostgresDatabase postgresDatabase, long head) throws SQLException {
        try (Connection connection = new PostgresConnector(postgresDatabase).connect();
                var select = connection.prepareStatement("select position, recorded_at, type, id, metadata, payload"
                        + " from event where position > ? and position <= ? order by position")) {
            long start = System.nanoTime();
            for (long after = 0; after < head; after += 500) {
                select.setLong(1, after);
                select.setLong(2, after + 500);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(4);
                        rows.getBytes(5);
                        rows.getBytes(6);
                    }
                }
            }
            return rate(head, start);
        }
    }

    /** The prepared inserts of one connection. */
    private static final class Inserts {

        private final PreparedStatement event;
        private final PreparedStatement tag;
        private final PreparedStatement name;
        private final PreparedStatement eventTag;

        Inserts(Connection connection) throws SQLException {
            event = connection.prepareStatement("insert into event values (?, ?, ?, ?, ?, ?, ?, ?)");
            tag = connection.prepareStatement("insert into tag values (?, 'claim', ?)");
            name = connection.prepareStatement("insert into tag_by_name values (?)");
            eventTag = connection.prepareStatement("insert into event_tag values (?)");
        }

        void rows(int from, int count) throws SQLException {
            StoreBench.insert(from, count, event, tag, name, eventTag);
        }
    }
}
