package org.claimsledger.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimsledger.store.StoreLocation.PostgresDatabase;

/** A PostgreSQL of the harness's own, which syncs every commit as in production, and can be killed. */
final class PostgresProcess implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private EmbeddedPostgres running;
    private int databases;

    private PostgresProcess(Path data, EmbeddedPostgres running) {
        this.data = data;
        this.running = running;
    }

    static PostgresProcess start(Path data) throws IOException, SQLException {
        var postgres = new PostgresProcess(data, settings(data).start());
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!postgres.text("show " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is not on");
            }
        }
        return postgres;
    }

    private static EmbeddedPostgres.Builder settings(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(PATIENCE);
    }

    /** An empty database. */
    PostgresDatabase fresh() throws SQLException {
        String name = "ledger" + ++databases;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new PostgresDatabase("jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name, USER, "");
    }

    /** Kills any of its processes but the first, which then ends all others and recovers by itself. */
    void killOne(Random random) throws IOException {
        List<ProcessHandle> children = postmaster().children().toList();
        children.get(random.nextInt(children.size())).destroyForcibly();
    }

    /** Kills the first of its processes, and returns when the others have noticed and ended. */
    void killPostmaster() throws IOException, InterruptedException {
        ProcessHandle first = postmaster();
        List<ProcessHandle> all = first.descendants().toList();
        first.destroyForcibly();
        awaitExit(first);
        for (ProcessHandle each : all) {
            awaitExit(each);
        }
    }

    /** Starts it again on the same data, at the same port. */
    void startAgain() throws IOException {
        int port = running.getPort();
        running.close();
        running = settings(data).setPort(port).start();
    }

    private ProcessHandle postmaster() throws IOException {
        long id = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    private static void awaitExit(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a process of PostgreSQL did not end: " + process.info(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + running.getPort() + "/postgres", USER, "");
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
