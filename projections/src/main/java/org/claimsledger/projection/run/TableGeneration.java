package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;
import org.claimsledger.store.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One making of a projection's tables, in a database of its own. */
final class TableGeneration extends Generation {

    private static final Logger LOG = LoggerFactory.getLogger(TableGeneration.class);

    private final Projection making;
    private final Path file;
    private final Path mark;
    private final Database database;
    private final Session session;
    private final Projection.Following following;

    private TableGeneration(Projection making, int number, Path folder, Database database, long position, boolean fresh)
            throws SQLException {
        super(making.name(), number, position, fresh);
        this.making = making;
        this.file = TableFiles.file(folder, making, number);
        this.mark = TableFiles.mark(folder, making);
        this.database = database;
        this.session = database.write();
        this.following = making.following();
    }

    /** One that was found and stands at a position. */
    static TableGeneration found(Projection projection, int number, Path folder, Database database, long position)
            throws SQLException {
        return new TableGeneration(projection, number, folder, database, position, false);
    }

    /** Begins an empty one. */
    static TableGeneration begin(Projection projection, int number, Path folder, String ledger)
            throws SQLException, IOException {
        Path file = TableFiles.file(folder, projection, number);
        Database.delete(file);
        Database database = new Database(file);
        try (Session session = database.write()) {
            session.execute(List.of(Standing.TABLE));
            Standing.begin(session, ledger);
            for (Table table : projection.tables()) {
                session.execute(List.of(table.create()));
            }
            session.commit();
        }
        return new TableGeneration(projection, number, folder, database, 0, true);
    }

    /** How its tables are made. */
    Projection making() {
        return making;
    }

    Database database() {
        return database;
    }

    @Override
    protected Filling filling(EventLog log, Pace pace) {
        return new TableFilling(this, log, pace);
    }

    @Override
    protected void apply(List<Recorded> batch) throws SQLException {
        following.apply(batch, session);
        reach(batch.getLast());
    }

    /** Commits what was written up to and with that event. */
    void reach(Recorded last) throws SQLException {
        Standing.move(session, last.position(), last.id());
        session.commit();
        reached(last.position());
    }

    /** The beginning of the names of files that are needed while it is filled; the next start clears them away. */
    Path spool() {
        return file.resolveSibling(file.getFileName() + ".fill");
    }

    @Override
    protected void keepNow() throws SQLException, IOException {
        String word = UUID.randomUUID().toString();
        database.keep(
                () -> {
                    Standing.keep(session, word);
                    session.commit();
                },
                version -> new Mark(number(), version, word).write(mark));
    }

    @Override
    protected void flush() {
        database.flush();
    }

    @Override
    protected void drop() {
        try {
            session.close();
            database.closeAsItIs();
        } catch (SQLException e) {
            LOG.debug("H2 could not close a file that is deleted now", e);
        }
        try {
            Database.delete(file);
        } catch (IOException e) {
            LOG.warn("{} is not needed any more and could not be deleted; the next start tries again", file, e);
        }
    }

    @Override
    protected void close() {
        try {
            session.close();
            Mark.delete(mark);
            database.close();
            Mark.closed(number()).write(mark);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("The tables of {} were closed uncleanly", projection(), e);
        }
    }
}
