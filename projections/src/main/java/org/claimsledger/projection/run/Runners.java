package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.projection.run.Positions.Position;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of tables and the projections that keep it up with a log. A file that does not belong to the log, cannot be read,
 * or was not closed, is deleted and made anew: everything in it is derived. The file is never synced, and after a kill it
 * was seen to hold rows beyond the position that it names; only a clean stop vouches for it, by a mark beside it.
 */
public final class Runners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runners.class);

    private final Path closed;
    private final EventLog log;
    private final Database database;
    private final Progress progress;
    private final List<Runner> runners;

    private Runners(
            Path file, EventLog log, Database database, Map<String, Position> positions, List<Projection> projections) {
        Map<String, Long> begin = new LinkedHashMap<>();
        positions.forEach((name, at) -> begin.put(name, at.position()));
        Feed feed = new Feed(log);
        this.closed = closedMark(file);
        this.log = log;
        this.database = database;
        this.progress = new Progress(begin);
        this.runners = projections.stream()
                .map(it -> new Runner(it, begin.getOrDefault(it.name(), 0L), log, feed, database, progress))
                .toList();
    }

    public static Runners open(Path file, EventLog log, String ledger, List<Projection> projections) {
        try {
            Runners opened = openExisting(file, log, ledger, projections);
            if (opened == null) {
                Files.deleteIfExists(Database.onDisk(file));
                opened = begin(file, log, ledger, projections);
            }
            Files.deleteIfExists(closedMark(file));
            return opened;
        } catch (SQLException e) {
            throw new IllegalStateException("The projections in " + file + " cannot be opened", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to follow the log. */
    public void start() {
        runners.forEach(Runner::start);
    }

    public Database database() {
        return database;
    }

    public Progress progress() {
        return progress;
    }

    public List<Health> health() {
        return progress.health(log.head());
    }

    @Override
    public void close() {
        progress.close();
        runners.forEach(Runner::stop);
        try {
            database.close();
            Files.write(closed, new byte[0]);
        } catch (SQLException | IOException e) {
            LOG.warn("The projections were closed uncleanly, and are made anew at the next start", e);
        }
    }

    private static @Nullable Runners openExisting(Path file, EventLog log, String ledger, List<Projection> projections)
            throws SQLException {
        if (!Files.exists(Database.onDisk(file))) {
            return null;
        }
        Database database = null;
        try {
            database = new Database(file);
            Map<String, Position> positions = database.read(Positions::all);
            String trouble = Files.exists(closedMark(file))
                    ? whyItDoesNotFit(database, positions, log, ledger, projections)
                    : "they were not closed by a clean stop";
            if (trouble == null) {
                return new Runners(file, log, database, positions, projections);
            }
            LOG.warn("The projections in {} are made anew: {}", file, trouble);
        } catch (SQLException | TablesUnreadable e) {
            requireNobodyElseHasIt(e);
            LOG.warn("The projections in {} are made anew, since they cannot be read", file, e);
        }
        letGo(database);
        return null;
    }

    private static Runners begin(Path file, EventLog log, String ledger, List<Projection> projections)
            throws SQLException {
        Database database = new Database(file);
        try (Session session = database.write()) {
            session.execute(Positions.TABLES);
            for (Projection projection : projections) {
                session.execute(projection.tables());
            }
            Positions.begin(session, ledger, projections);
            session.commit();
            return new Runners(file, log, database, Positions.all(session), projections);
        }
    }

    private static @Nullable String whyItDoesNotFit(
            Database database,
            Map<String, Position> positions,
            EventLog log,
            String ledger,
            List<Projection> projections) {
        Positions.Origin origin = database.read(Positions::origin);
        Set<String> names = projections.stream().map(Projection::name).collect(Collectors.toSet());
        if (origin.shape() != Positions.SHAPE || !positions.keySet().equals(names)) {
            return "they were made by another version of the program";
        }
        if (!origin.ledger().equals(ledger)) {
            return "they belong to ledger " + origin.ledger() + ", not to " + ledger;
        }
        for (Position at : positions.values()) {
            if (at.position() > log.head()) {
                return "they know " + at.position() + " events, the ledger only " + log.head();
            }
            if (at.position() > 0 && !isIn(log, at)) {
                return "the ledger holds another event at position " + at.position() + " than they have seen there";
            }
        }
        return null;
    }

    private static Path closedMark(Path file) {
        return file.resolveSibling(file.getFileName() + ".closed");
    }

    private static boolean isIn(EventLog log, Position at) {
        List<StoredEvent> found = log.read(at.position() - 1, 1);
        return !found.isEmpty() && found.getFirst().id().equals(at.eventId());
    }

    /** A file in use is not a damaged one. */
    private static void requireNobodyElseHasIt(Exception e) throws SQLException {
        if (e instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            throw sql;
        }
    }

    private static void letGo(@Nullable Database database) {
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                LOG.debug("H2 could not close the file, which is deleted now", e);
            }
        }
    }
}
