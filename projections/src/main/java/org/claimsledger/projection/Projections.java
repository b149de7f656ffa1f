package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.store.EventLog;

/**
 * The read side of one ledger. Everything in it is derived from the log and follows it by itself; a file that is lost,
 * damaged or not of this ledger is made anew.
 *
 * <p>Every reading takes a position of the log, {@code asOf}, which is at most {@link #applied()}, and gives the same
 * answer for that position for ever. Safe for any number of threads.
 */
public final class Projections implements AutoCloseable {

    /**
     * Opens the read side, or begins to build it, which goes on after this returns.
     *
     * @param file the database, without the suffix that H2 gives it
     * @param log what it is derived from
     * @param ledger the ledger's own id
     */
    public static Projections open(Path file, EventLog log, String ledger) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The position that all projections have applied: what comes after it cannot be read yet. */
    public long applied() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Waits until all projections have applied the event at {@code position}.
     *
     * @return false where they have not within {@code timeout}, or cannot any more
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException("not built yet");
    }

    /** How each projection is doing. */
    public List<Health> health() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Claims claims() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Directory directory() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Audit audit() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Stops following the log; what was applied stays, and the next {@link #open} goes on from there. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not built yet");
    }
}
