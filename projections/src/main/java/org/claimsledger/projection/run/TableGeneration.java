package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableDatabase;
import org.claimsledger.projection.table.TableSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation of a projection's tables, in a database of its own. */
final class TableGeneration extends Generation {

    private static final Logger LOG = LoggerFactory.getLogger(TableGeneration.class);

    private final Projection definition;
    private final Path file;
    private final Path pointerFile;
    private final TableDatabase tableDatabase;
    private final TableSession tableSession;
    private final Projection.BatchHandler batchHandler;

    private TableGeneration(
            Projection definition, int number, Path folder, TableDatabase tableDatabase, long position, boolean fresh)
            throws SQLException {
        super(definition.name(), number, position, fresh);
        this.definition = definition;
        this.file = TableGenerationFiles.file(folder, definition, number);
        this.pointerFile = TableGenerationFiles.pointerFile(folder, definition);
        this.tableDatabase = tableDatabase;
        this.tableSession = tableDatabase.write();
        this.batchHandler = definition.newBatchHandler();
    }

    /** Opens a generation that has applied a position. */
    static TableGeneration existing(
            Projection projection, int number, Path folder, TableDatabase tableDatabase, long position)
            throws SQLException {
        return new TableGeneration(projection, number, folder, tableDatabase, position, false);
    }

    /** Begins an empty generation. */
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
                tableSession.execute(table.writingIndexes());
            }
            tableSession.commit();
        }
        return new TableGeneration(projection, number, folder, tableDatabase, 0, true);
    }

    TableDatabase database() {
        return tableDatabase;
    }

    @Override
    protected void apply(List<LazyEvent> batch) throws SQLException {
        batchHandler.apply(batch, tableSession);
        LazyEvent last = batch.getLast();
        TableHeader.advance(tableSession, last.position(), last.id());
        tableSession.commit();
        setPosition(last.position());
    }

    @Override
    protected void createDeferredIndexes(BooleanSupplier stopping) throws SQLException {
        for (Table table : definition.tables()) {
            for (String index : table.readingIndexes()) {
                if (!stopping.getAsBoolean()) {
                    tableSession.execute(List.of(index));
                }
            }
        }
        tableSession.commit();
    }

    @Override
    protected void writeCheckpoint() throws SQLException, IOException {
        String signature = UUID.randomUUID().toString();
        tableDatabase.checkpoint(
                () -> {
                    TableHeader.sign(tableSession, signature);
                    tableSession.commit();
                },
                version -> new GenerationPointer(number(), version, signature).write(pointerFile));
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
