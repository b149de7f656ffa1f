package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Tables;
import org.claimsledger.store.EventLog;

/**
 * A folder of tables and the projections that keep them up with a log. After a kill tables go on from where they were kept
 * last; those that do not belong to the log or cannot be read are deleted and made anew: everything in them is derived.
 */
public final class Runners implements AutoCloseable {

    private final EventLog log;
    private final Progress progress;
    private final Map<String, Upkeep<TableGeneration>> all = new LinkedHashMap<>();

    private Runners(EventLog log, Feed feed, Map<TableFiles, TableGeneration> generations, Pace pace) {
        Map<String, Long> positions = new LinkedHashMap<>();
        generations.forEach((files, found) -> positions.put(files.projection(), found.position()));
        this.log = log;
        this.progress = new Progress(positions);
        generations.forEach(
                (files, found) -> all.put(files.projection(), new Upkeep<>(files, found, log, feed, progress, pace)));
    }

    /** @param feed the log, as all of them read it */
    public static Runners open(
            Path folder, EventLog log, Feed feed, String ledger, List<Projection> projections, Pace pace) {
        Map<TableFiles, TableGeneration> generations = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Projection projection : projections) {
                TableFiles files = new TableFiles(folder, projection, log, ledger);
                generations.put(files, files.open());
            }
            return new Runners(log, feed, generations, pace);
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

    /** Begins to follow the log. */
    public void start() {
        all.values().forEach(Upkeep::start);
    }

    /** The tables of one projection. */
    public Tables tables(String projection) {
        Upkeep<TableGeneration> upkeep = upkeep(projection);
        return new Tables() {
            @Override
            public <T> T read(Database.Work<T> work) {
                return upkeep.read(generation -> generation.database().read(work));
            }
        };
    }

    public Progress progress() {
        return progress;
    }

    public boolean isClosed() {
        return progress.isClosed();
    }

    public List<Health> health() {
        long head = log.head();
        return all.values().stream().map(it -> it.health(head)).toList();
    }

    /**
     * Begins to make the tables of a projection anew.
     *
     * @throws RebuildRefused where there is no such projection, or it is in the making already
     */
    public void rebuild(String projection) {
        Upkeep<TableGeneration> upkeep = all.get(projection);
        if (upkeep == null) {
            throw new RebuildRefused(RebuildRefused.Reason.UNKNOWN, "There is no projection " + projection);
        }
        upkeep.rebuild();
    }

    private Upkeep<TableGeneration> upkeep(String projection) {
        Upkeep<TableGeneration> upkeep = all.get(projection);
        if (upkeep == null) {
            throw new IllegalArgumentException("There is no projection " + projection);
        }
        return upkeep;
    }

    @Override
    public void close() {
        progress.close();
        all.values().forEach(Upkeep::close);
    }
}
