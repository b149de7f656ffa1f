package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a projection that makes tables. */
record TableFiles(Path folder, Projection making, EventLog log, String ledger) implements Generations<TableGeneration> {

    private static final Logger LOG = LoggerFactory.getLogger(TableFiles.class);

    @Override
    public String projection() {
        return making.name();
    }

    static Path file(Path folder, Projection projection, int generation) {
        return folder.resolve(projection.name() + "-" + generation);
    }

    static Path mark(Path folder, Projection projection) {
        return folder.resolve(projection.name() + ".mark");
    }

    @Override
    public TableGeneration begin(int number) throws SQLException, IOException {
        return TableGeneration.begin(making, number, folder, ledger);
    }

    @Override
    public TableGeneration open() throws Exception {
        Mark mark = Mark.read(mark(folder, making));
        TableGeneration found = mark == null ? null : open(mark);
        clear(found == null ? 0 : found.number());
        if (found == null) {
            Mark.delete(mark(folder, making));
            return begin(mark == null ? 1 : mark.generation() + 1);
        }
        found.keep();
        return found;
    }

    private @Nullable TableGeneration open(Mark mark) throws SQLException {
        Path file = file(folder, making, mark.generation());
        if (!Files.exists(Database.onDisk(file))) {
            return null;
        }
        Database database = null;
        try {
            database = mark.isClosed() ? new Database(file) : Database.rewound(file, mark.version());
            Standing standing = database.read(Standing::read);
            String trouble = whyItDoesNotFit(standing, mark);
            for (Table table : making.tables()) {
                database.read(session -> session.prepared("select 1 from " + table.name() + " limit 1")
                        .executeQuery());
            }
            if (trouble == null) {
                if (!mark.isClosed()) {
                    LOG.info(
                            "The tables of {} were not closed; they are taken back to position {} and go on from there",
                            making.name(),
                            standing.origin().position());
                }
                return TableGeneration.found(
                        making,
                        mark.generation(),
                        folder,
                        database,
                        standing.origin().position());
            }
            LOG.warn("The tables of {} are made anew: {}", making.name(), trouble);
        } catch (SQLException | TablesUnreadable e) {
            requireNobodyElseHasIt(e);
            LOG.warn("The tables of {} are made anew, since they cannot be read", making.name(), e);
        }
        letGo(database);
        return null;
    }

    private @Nullable String whyItDoesNotFit(Standing standing, Mark mark) {
        if (!mark.isClosed() && !mark.kept().equals(standing.kept())) {
            return "not as they were kept last";
        }
        return standing.origin().whyItDoesNotFit(log, ledger, Standing.SHAPE);
    }

    /** Deletes all generations but one. */
    private void clear(int live) throws IOException {
        String kept = Database.onDisk(file(folder, making, live)).getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                if (name.startsWith(making.name() + "-") && !name.equals(kept)) {
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
