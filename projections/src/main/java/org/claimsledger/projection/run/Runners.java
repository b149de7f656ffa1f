package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.projection.table.Tables;
import org.claimsledger.store.EventLog;

/**
 * A folder of tables and the projections that keep them up with a log. After a kill tables go on from where they were kept
 * last; those that do not belong to the log or cannot be read are deleted and made anew: everything in them is derived.
 */
public final class Runners implements AutoCloseable {

    private final EventLog log;
    private final Progress progress;
    private final Map<String, Upkeep> all = new LinkedHashMap<>();

    private Runners(Path folder, EventLog log, String ledger, List<Generation> generations, Pace pace) {
        Map<String, Long> positions = new LinkedHashMap<>();
        generations.forEach(it -> positions.put(it.projection().name(), it.position()));
        Feed feed = new Feed(log);
        this.log = log;
        this.progress = new Progress(positions);
        generations.forEach(
                it -> all.put(it.projection().name(), new Upkeep(it, folder, ledger, log, feed, progress, pace)));
    }

    public static Runners open(Path folder, EventLog log, String ledger, List<Projection> projections, Pace pace) {
        List<Generation> generations = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Projection projection : projections) {
                generations.add(new GenerationFiles(folder, projection, log, ledger).open());
            }
            return new Runners(folder, log, ledger, generations, pace);
        } catch (SQLException e) {
            generations.forEach(Generation::close);
            throw new IllegalStateException("The projections in " + folder + " cannot be opened", e);
        } catch (IOException e) {
            generations.forEach(Generation::close);
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to follow the log. */
    public void start() {
        all.values().forEach(Upkeep::start);
    }

    /** The tables of one projection. */
    public Tables tables(String projection) {
        return upkeep(projection);
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
        Upkeep upkeep = all.get(projection);
        if (upkeep == null) {
            throw new RebuildRefused(RebuildRefused.Reason.UNKNOWN, "There is no projection " + projection);
        }
        upkeep.rebuild();
    }

    private Upkeep upkeep(String projection) {
        Upkeep upkeep = all.get(projection);
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
