package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one projection: a mark, and the generation that it names. Whatever else there is was left over. */
record GenerationFiles(Path folder, Projection projection, EventLog log, String ledger) {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationFiles.class);

    static Path file(Path folder, Projection projection, int generation) {
        return folder.resolve(projection.name() + "-" + generation);
    }

    static Path mark(Path folder, Projection projection) {
        return folder.resolve(projection.name() + ".mark");
    }

    /** The live generation: after a kill as it was kept last, and an empty one where none can be used. */
    Generation open() throws SQLException, IOException {
        Mark mark = Mark.read(mark(folder, projection));
        Generation found = mark == null ? null : open(mark);
        clear(found == null ? 0 : found.number());
        if (found == null) {
            Mark.delete(mark(folder, projection));
            return Generation.begin(projection, mark == null ? 1 : mark.generation() + 1, folder, ledger);
        }
        found.keep();
        return found;
    }

    private @Nullable Generation open(Mark mark) throws SQLException {
        Path file = file(folder, projection, mark.generation());
        if (!Files.exists(Database.onDisk(file))) {
            return null;
        }
        Database database = null;
        try {
            database = mark.isClosed() ? new Database(file) : Database.rewound(file, mark.version());
            Standing standing = database.read(Standing::read);
            String trouble = whyItDoesNotFit(standing, mark);
            for (Table table : projection.tables()) {
                database.read(session -> session.prepared("select 1 from " + table.name() + " limit 1")
                        .executeQuery());
            }
            if (trouble == null) {
                if (!mark.isClosed()) {
                    LOG.info(
                            "The tables of {} were not closed; they are taken back to position {} and go on from there",
                            projection.name(),
                            standing.position());
                }
                return Generation.found(projection, mark.generation(), folder, database, standing.position());
            }
            LOG.warn("The tables of {} are made anew: {}", projection.name(), trouble);
        } catch (SQLException | TablesUnreadable e) {
            requireNobodyElseHasIt(e);
            LOG.warn("The tables of {} are made anew, since they cannot be read", projection.name(), e);
        }
        letGo(database);
        return null;
    }

    private @Nullable String whyItDoesNotFit(Standing standing, Mark mark) {
        if (standing.shape() != Standing.SHAPE) {
            return "they were made by another version of the program";
        }
        if (!standing.ledger().equals(ledger)) {
            return "they belong to ledger " + standing.ledger() + ", not to " + ledger;
        }
        if (!mark.isClosed() && !mark.kept().equals(standing.kept())) {
            return "they are not as they were kept last";
        }
        if (standing.position() > log.head()) {
            return "they know " + standing.position() + " events, the ledger only " + log.head();
        }
        if (standing.position() > 0 && !isInTheLog(standing)) {
            return "the ledger holds another event at position " + standing.position() + " than they have seen there";
        }
        return null;
    }

    private boolean isInTheLog(Standing at) {
        List<StoredEvent> found = log.read(at.position() - 1, 1);
        return !found.isEmpty() && found.getFirst().id().equals(at.eventId());
    }

    /** Deletes all generations but one. */
    private void clear(int live) throws IOException {
        String kept =
                Database.onDisk(file(folder, projection, live)).getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                if (name.startsWith(projection.name() + "-") && !name.equals(kept)) {
                    Files.deleteIfExists(each);
                }
            }
        }
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
                database.closeAsItIs();
            } catch (SQLException e) {
                LOG.debug("H2 could not close the file, which is deleted now", e);
            }
        }
    }
}
