package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;
import org.claimsledger.store.EventLog;

/** Fills an empty generation with all that the log holds. */
final class Filling {

    private static final int PAGE = 5_000;

    private final Generation generation;
    private final EventLog log;
    private final Instant since = Instant.now();
    private final long of;
    private volatile long done;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean unfinished;

    Filling(Generation generation, EventLog log) {
        this.generation = generation;
        this.log = log;
        this.of = log.head();
    }

    void stop() {
        stopping = true;
    }

    Health.Rebuild progress() {
        return new Health.Rebuild(since, Math.max(done, generation.position()), of);
    }

    boolean isRunning() {
        return running;
    }

    /** Whether it was begun and not ended, so that the generation is of no use. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** @return false where it was stopped; then the generation is of no use */
    boolean run() throws SQLException {
        running = true;
        unfinished = true;
        try {
            unfinished = !fill();
            return !unfinished;
        } finally {
            running = false;
        }
    }

    private boolean fill() throws SQLException {
        try (Session session = generation.database().write()) {
            for (Table table : generation.projection().tables()) {
                session.execute(table.indexes());
            }
            session.commit();
        }
        while (generation.position() < of) {
            if (stopping) {
                return false;
            }
            List<Recorded> batch = log.read(generation.position(), PAGE).stream()
                    .map(Recorded::new)
                    .toList();
            generation.apply(batch);
            done = generation.position();
        }
        return true;
    }
}
