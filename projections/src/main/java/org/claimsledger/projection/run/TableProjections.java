package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.projection.table.LiveTables;
import org.claimsledger.projection.table.TableDatabase;
import org.claimsledger.store.EventLog;

/**
 * A folder of tables, with the projections that take them along the log. After a kill, tables go on from their last
 * checkpoint. Tables that do not belong to the log or cannot be read are deleted and rebuilt.
 */
public final class TableProjections implements AutoCloseable {

    private final EventLog log;
    private final ProjectionProgress projectionProgress;
    private final Map<String, ProjectionManager<TableGeneration>> managers = new LinkedHashMap<>();

    private TableProjections(
            EventLog log,
            EventBatches eventBatches,
            Map<TableGenerationFiles, TableGeneration> generations,
            CheckpointPolicy checkpointPolicy) {
        Map<String, Long> positions = new LinkedHashMap<>();
        generations.forEach((files, generation) -> positions.put(files.projection(), generation.position()));
        this.log = log;
        this.projectionProgress = new ProjectionProgress(positions);
        generations.forEach((files, generation) -> managers.put(
                files.projection(),
                new ProjectionManager<>(files, generation, log, eventBatches, projectionProgress, checkpointPolicy)));
    }

    /** @param eventBatches the log, as all projections read it */
    public static TableProjections open(
            Path folder,
            EventLog log,
            EventBatches eventBatches,
            String ledger,
            List<Projection> projections,
            CheckpointPolicy checkpointPolicy) {
        Map<TableGenerationFiles, TableGeneration> generations = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Projection projection : projections) {
                TableGenerationFiles files = new TableGenerationFiles(folder, projection, log, ledger);
                generations.put(files, files.open());
            }
            return new TableProjections(log, eventBatches, generations, checkpointPolicy);
        } catch (IOException e) {
            generations.values().forEach(Generation::close);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            generations.values().forEach(Generation::close);
            throw e;
        } catch (Exception e) {
            generations.values().forEach(Generation::close);
            throw new IllegalStateException("The projections in " + folder + " cannot be opened", e);
        }
    }

    /** The managers of all projections, to be started. */
    public List<? extends ProjectionManager<?>> managers() {
        return List.copyOf(managers.values());
    }

    /** The tables of one projection. */
    public LiveTables tables(String projection) {
        ProjectionManager<TableGeneration> projectionManager = managers.get(projection);
        if (projectionManager == null) {
            throw new IllegalArgumentException("There is no projection " + projection);
        }
        return new LiveTables() {
            @Override
            public <T> T read(TableDatabase.SessionWork<T> sessionWork) {
                return projectionManager.read(
                        generation -> generation.database().read(sessionWork));
            }
        };
    }

    public ProjectionProgress progress() {
        return projectionProgress;
    }

    public boolean isClosed() {
        return projectionProgress.isClosed();
    }

    public List<ProjectionHealth> health() {
        long head = log.head();
        return managers.values().stream().map(it -> it.health(head)).toList();
    }

    /**
     * Begins to rebuild the tables of a projection.
     *
     * @throws RebuildRefused where there is no such projection, or it is being rebuilt already
     */
    public void rebuild(String projection) {
        ProjectionManager<TableGeneration> projectionManager = managers.get(projection);
        if (projectionManager == null) {
            throw new RebuildRefused(RebuildRefused.Reason.UNKNOWN, "There is no projection " + projection);
        }
        projectionManager.rebuild();
    }

    @Override
    public void close() {
        managers.values().forEach(ProjectionManager::close);
    }
}
