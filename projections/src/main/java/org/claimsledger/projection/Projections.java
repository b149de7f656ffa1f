package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.claimsledger.projection.answers.Answers;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.preview.Previews;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Progress;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Runners;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.ClaimsProjection;
import org.claimsledger.projection.versions.Contenders;
import org.claimsledger.store.EventLog;

/**
 * The read side of one ledger. Everything in it is derived from the log and follows it by itself; a file that is lost,
 * damaged or not of this ledger is made anew.
 *
 * <p>Every reading takes a position of the log, {@code asOf}, which is at most {@link #applied()}, and gives the same
 * answer for that position for ever. Safe for any number of threads.
 */
public final class Projections implements AutoCloseable {

    private final Runners runners;
    private final Progress progress;
    private final Directory directory;
    private final Claims claims;
    private final Answers answers;
    private final Audit audit;
    private final Previews previews;

    private Projections(Runners runners, EventLog log) {
        this.runners = runners;
        this.progress = runners.progress();
        Readings readings = new Readings(runners.database(), progress::applied);
        this.directory = new Directory(readings);
        this.claims = new Claims(readings, directory, log);
        this.answers = new Answers(new Contenders(readings), directory);
        this.audit = new Audit(claims, directory, log);
        this.previews = new Previews(claims, log);
    }

    /**
     * Opens the read side, or begins to build it, which goes on after this returns.
     *
     * @param file the database, without the suffix that H2 gives it
     * @param log what it is derived from
     * @param ledger the ledger's own id
     */
    public static Projections open(Path file, EventLog log, String ledger) {
        return open(file, log, ledger, List.of(new DirectoryProjection(), new ClaimsProjection(log)));
    }

    static Projections open(Path file, EventLog log, String ledger, List<Projection> all) {
        Runners runners = Runners.open(file, log, ledger, all);
        Projections projections = new Projections(runners, log);
        runners.start();
        return projections;
    }

    /** The position that all projections have applied: what comes after it cannot be read yet. */
    public long applied() {
        return progress.applied();
    }

    /**
     * Waits until all projections have applied the event at {@code position}.
     *
     * @return false where they have not within {@code timeout}, or cannot any more
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return progress.awaitApplied(position, timeout);
    }

    /** How each projection is doing. */
    public List<Health> health() {
        return runners.health();
    }

    public Claims claims() {
        return claims;
    }

    public Directory directory() {
        return directory;
    }

    public Answers answers() {
        return answers;
    }

    public Audit audit() {
        return audit;
    }

    public Previews previews() {
        return previews;
    }

    /** Stops following the log; what was applied stays, and the next {@link #open} goes on from there. */
    @Override
    public void close() {
        runners.close();
    }
}
