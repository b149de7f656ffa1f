package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableDatabase;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a projection with tables. */
record TableGenerationFiles(Path folder, Projection definition, EventLog log, String ledger)
        implements GenerationFiles<TableGeneration> {

    private static final Logger LOG = LoggerFactory.getLogger(TableGenerationFiles.class);

    @Override
    public String projection() {
        return definition.name();
    }

    static Path file(Path folder, Projection projection, int generation) {
        return folder.resolve(projection.name() + "-" + generation);
    }

    static Path pointerFile(Path folder, Projection projection) {
        return folder.resolve(projection.name() + ".mark");
    }

    @Override
    public TableGeneration create(int number) throws SQLException, IOException {
        return TableGeneration.create(definition, number, folder, ledger);
    }

    @Override
    public TableGeneration open() throws Exception {
        GenerationPointer generationPointer = GenerationPointer.read(pointerFile(folder, definition));
        TableGeneration live = generationPointer == null ? null : open(generationPointer);
        deleteOthers(live == null ? 0 : live.number());
        if (live == null) {
            GenerationPointer.delete(pointerFile(folder, definition));
            return create(generationPointer == null ? 1 : generationPointer.generation() + 1);
        }
        live.checkpoint();
        return live;
    }

    private @Nullable TableGeneration open(GenerationPointer generationPointer) throws SQLException {
        Path file = file(folder, definition, generationPointer.generation());
        if (!Files.exists(TableDatabase.fileOnDisk(file))) {
            return null;
        }
        TableDatabase tableDatabase = null;
        try {
            tableDatabase = generationPointer.isCleanlyClosed()
                    ? new TableDatabase(file)
                    : TableDatabase.openAtVersion(file, generationPointer.version());
            TableHeader tableHeader = tableDatabase.read(TableHeader::read);
            String trouble = whyItDoesNotFit(tableHeader, generationPointer);
            for (Table table : definition.tables()) {
                tableDatabase.read(tableSession -> tableSession
                        .prepare("select 1 from " + table.name() + " limit 1")
                        .executeQuery());
            }
            if (trouble == null) {
                if (!generationPointer.isCleanlyClosed()) {
                    LOG.info(
                            "The tables of {} were not closed; they are taken back to position {} and go on from there",
                            definition.name(),
                            tableHeader.origin().position());
                }
                return TableGeneration.existing(
                        definition,
                        generationPointer.generation(),
                        folder,
                        tableDatabase,
                        tableHeader.origin().position());
            }
            LOG.warn("The tables of {} are rebuilt: {}", definition.name(), trouble);
        } catch (SQLException | TablesUnreadable e) {
            requireNotInUse(e);
            LOG.warn("The tables of {} are rebuilt, because they cannot be read", definition.name(), e);
        }
        closeQuietly(tableDatabase);
        return null;
    }

    private @Nullable String whyItDoesNotFit(TableHeader tableHeader, GenerationPointer generationPointer) {
        if (!generationPointer.isCleanlyClosed()
                && !generationPointer.signature().equals(tableHeader.signature())) {
            return "not as they were kept last";
        }
        return tableHeader.origin().whyItDoesNotFit(log, ledger, TableHeader.SCHEMA_VERSION);
    }

    /** Deletes all generations but one. */
    private void deleteOthers(int live) throws IOException {
        String kept = TableDatabase.fileOnDisk(file(folder, definition, live))
                .getFileName()
                .toString();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                if (name.startsWith(definition.name() + "-") && !name.equals(kept)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** Throws where another process uses the file, which is then not damaged. */
    private static void requireNotInUse(Exception e) throws SQLException {
        if (e instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            throw sql;
        }
    }

    private static void closeQuietly(@Nullable TableDatabase tableDatabase) {
        if (tableDatabase != null) {
            try {
                tableDatabase.closeImmediately();
            } catch (SQLException e) {
                LOG.debug("H2 could not close the file, which is deleted now", e);
            }
        }
    }
}
