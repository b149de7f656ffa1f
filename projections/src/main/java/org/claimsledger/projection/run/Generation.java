package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One making of a projection's tables, in a file of its own. Written by one thread at a time; read by any number, and not
 * closed before the last of them is done.
 */
final class Generation {

    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

    private final Projection projection;
    private final int number;
    private final Path file;
    private final Path mark;
    private final Database database;
    private final Session session;
    private final Projection.Following following;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile boolean fresh;
    private volatile long position;
    private long kept;
    private long keptAt = System.nanoTime();

    private Generation(Projection projection, int number, Path folder, Database database, long position, boolean fresh)
            throws SQLException {
        this.projection = projection;
        this.number = number;
        this.file = GenerationFiles.file(folder, projection, number);
        this.mark = GenerationFiles.mark(folder, projection);
        this.database = database;
        this.session = database.write();
        this.following = projection.following();
        this.position = position;
        this.kept = position;
        this.fresh = fresh;
    }

    /** One that was found and stands at a position. */
    static Generation found(Projection projection, int number, Path folder, Database database, long position)
            throws SQLException {
        return new Generation(projection, number, folder, database, position, false);
    }

    /** Begins an empty one. */
    static Generation begin(Projection projection, int number, Path folder, String ledger)
            throws SQLException, IOException {
        Path file = GenerationFiles.file(folder, projection, number);
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
        return new Generation(projection, number, folder, database, 0, true);
    }

    int number() {
        return number;
    }

    /** Whether it was begun empty and without indexes, and has to be filled first. */
    boolean isFresh() {
        return fresh;
    }

    void filled() {
        fresh = false;
    }

    Projection projection() {
        return projection;
    }

    long position() {
        return position;
    }

    Database database() {
        return database;
    }

    /** Applies the events that follow its position. */
    void apply(List<Recorded> batch) throws SQLException {
        following.apply(batch, session);
        reach(batch.getLast());
    }

    /** Commits what was written up to and with that event. */
    void reach(Recorded last) throws SQLException {
        Standing.move(session, last.position(), last.id());
        session.commit();
        position = last.position();
    }

    /** The beginning of the names of files that are needed while it is filled; the next start clears them away. */
    Path spool() {
        return file.resolveSibling(file.getFileName() + ".fill");
    }

    /** How many events, and for how many nanoseconds, a start after a kill would have to go back. */
    long unkept() {
        return position - kept;
    }

    long unkeptFor() {
        return System.nanoTime() - keptAt;
    }

    /** Makes it the live generation, as it is now: a start after a kill begins here. */
    void keep() throws SQLException, IOException {
        keptAt = System.nanoTime();
        String word = UUID.randomUUID().toString();
        database.keep(
                () -> {
                    Standing.keep(session, word);
                    session.commit();
                },
                version -> new Mark(number, version, word).write(mark));
        kept = position;
    }

    /** Writes to disk what there is, so that keeping it takes no time. */
    void flush() {
        database.flush();
    }

    /** Whether a reading may begin; it has to {@link #leave} it then. */
    boolean enter() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** The last one to leave what was given up drops it. */
    void leave() {
        if (users.decrementAndGet() == 0) {
            // not in the reader's own thread, which may have been interrupted
            Thread.ofPlatform()
                    .name("projection-" + projection.name() + "-drop")
                    .start(this::drop);
        }
    }

    /** It is not the live one any more: dropped now, or when nobody reads it. */
    void giveUp() {
        if (users.decrementAndGet() == 0) {
            drop();
        }
    }

    /** Closes and deletes it. */
    void drop() {
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

    /** Closes it cleanly: the next start goes on from here. */
    void close() {
        try {
            session.close();
            Mark.delete(mark);
            database.close();
            Mark.closed(number).write(mark);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("The tables of {} were closed uncleanly", projection.name(), e);
        }
    }
}
