package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableDatabase;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.store.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One making of a projection's tables, in a database of its own. */
final class TableGeneration extends Generation {

    private static final Logger LOG = LoggerFactory.getLogger(TableGeneration.class);

    private final Projection definition;
    private final Path file;
    private final Path pointerFile;
    private final TableDatabase tableDatabase;
    private final TableSession tableSession;
    private final Projection.BatchHandler batchHandler;

    private TableGeneration(
            Projection making, int number, Path folder, TableDatabase tableDatabase, long position, boolean fresh)
            throws SQLException {
        super(making.name(), number, position, fresh);
        this.definition = making;
        this.file = TableGenerationFiles.file(folder, making, number);
        this.pointerFile = TableGenerationFiles.pointerFile(folder, making);
        this.tableDatabase = tableDatabase;
        this.tableSession = tableDatabase.write();
        this.batchHandler = making.newBatchHandler();
    }

    /** One that was found and stands at a position. */
    static TableGeneration existing(
            Projection projection, int number, Path folder, TableDatabase tableDatabase, long position)
            throws SQLException {
        return new TableGeneration(projection, number, folder, tableDatabase, position, false);
    }

    /** Begins an empty one. */
    static TableGeneration create(Projection projection, int number, Path folder, String ledger)
            throws SQLException, IOException {
        Path file = TableGenerationFiles.file(folder, projection, number);
        TableDatabase.delete(file);
        TableDatabase tableDatabase = new TableDatabase(file);
        try (TableSession tableSession = tableDatabase.write()) {
            tableSession.execute(List.of(TableHeader.TABLE));
            TableHeader.insertInitial(tableSession, ledger);
            for (Table table : projection.tables()) {
                tableSession.execute(List.of(table.create()));
            }
            tableSession.commit();
        }
        return new TableGeneration(projection, number, folder, tableDatabase, 0, true);
    }

    /** How its tables are made. */
    Projection definition() {
        return definition;
    }

    TableDatabase database() {
        return tableDatabase;
    }

    @Override
    protected BulkLoad bulkLoad(EventLog log, CheckpointPolicy checkpointPolicy) {
        return new TableBulkLoad(this, log, checkpointPolicy);
    }

    @Override
    protected void apply(List<LazyEvent> batch) throws SQLException {
        batchHandler.apply(batch, tableSession);
        commitUpTo(batch.getLast());
    }

    /** Commits what was written up to and with that event. */
    void commitUpTo(LazyEvent last) throws SQLException {
        TableHeader.advance(tableSession, last.position(), last.id());
        tableSession.commit();
        setPosition(last.position());
    }

    /** The beginning of the names of files that are needed while it is filled; the next start clears them away. */
    Path spool() {
        return file.resolveSibling(file.getFileName() + ".fill");
    }

    @Override
    protected void writeCheckpoint() throws SQLException, IOException {
        String word = UUID.randomUUID().toString();
        tableDatabase.checkpoint(
                () -> {
                    TableHeader.sign(tableSession, word);
                    tableSession.commit();
                },
                version -> new GenerationPointer(number(), version, word).write(pointerFile));
    }

    @Override
    protected void flush() {
        tableDatabase.flush();
    }

    @Override
    protected void drop() {
        try {
            tableSession.close();
            tableDatabase.closeImmediately();
        } catch (SQLException e) {
            LOG.debug("H2 could not close a file that is deleted now", e);
        }
        try {
            TableDatabase.delete(file);
        } catch (IOException e) {
            LOG.warn("{} is not needed any more and could not be deleted; the next start tries again", file, e);
        }
    }

    @Override
    protected void close() {
        try {
            tableSession.close();
            GenerationPointer.delete(pointerFile);
            tableDatabase.close();
            GenerationPointer.cleanlyClosed(number()).write(pointerFile);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("The tables of {} were closed uncleanly", projection(), e);
        }
    }
}
