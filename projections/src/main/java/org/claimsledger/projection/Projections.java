package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.projection.answers.Answers;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.audit.SeenLog;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.preview.Previews;
import org.claimsledger.projection.run.Feed;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.run.Progress;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.ProjectionStopped;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.projection.run.Runners;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.ClaimsProjection;
import org.claimsledger.projection.versions.Contenders;
import org.claimsledger.projection.versions.Filings;
import org.claimsledger.store.EventLog;

/**
 * The read side of one ledger. Everything in it is derived from the log and follows it by itself; a file that is lost,
 * damaged or not of this ledger is made anew.
 *
 * <p>Every reading takes a position of the log, {@code asOf}, which is at most {@link #applied()}, and gives the same
 * answer for that position for ever. Safe for any number of threads.
 *
 * <p>What is read is read by {@link #seenBy}: which sources the protected ones are is not everybody's to see.
 */
public final class Projections implements AutoCloseable {

    private final Runners runners;
    private final Progress progress;
    private final Directory directory;
    private final Claims claims;
    private final Filings filings;
    private final Answers answers;
    private final Audit audit;
    private final Previews previews;
    private final Search search;
    private final EventLog log;

    private Projections(Path folder, EventLog log, String ledger, List<Projection> all, Pace pace) {
        this.log = log;
        Feed feed = new Feed(log);
        this.runners = Runners.open(folder, log, feed, ledger, all, pace);
        this.progress = runners.progress();
        Readings claimTables = new Readings(runners.tables(ClaimsProjection.NAME), progress::applied);
        this.directory = new Directory(new Readings(runners.tables(DirectoryProjection.NAME), progress::applied));
        this.claims = new Claims(claimTables, directory, log);
        this.filings = new Filings(claimTables, directory, log);
        this.answers = new Answers(new Contenders(claimTables), directory);
        this.audit = new Audit(claims, directory, log);
        this.previews = new Previews(claims, log);
        try {
            this.search = Search.open(folder, log, feed, ledger, pace, directory, claims);
        } catch (RuntimeException e) {
            runners.close();
            throw e;
        }
    }

    /**
     * Opens the read side, or begins to build it, which goes on after this returns.
     *
     * @param folder where the tables are; made where it is absent
     * @param log what it is derived from
     * @param ledger the ledger's own id
     */
    public static Projections open(Path folder, EventLog log, String ledger) {
        return open(folder, log, ledger, List.of(new DirectoryProjection(), new ClaimsProjection(log)), Pace.USUAL);
    }

    static Projections open(Path folder, EventLog log, String ledger, List<Projection> all, Pace pace) {
        Projections projections = new Projections(folder, log, ledger, all, pace);
        projections.runners.start();
        projections.search.start();
        return projections;
    }

    /** The position that all tables have applied: what comes after it cannot be read yet. */
    public long applied() {
        return progress.applied();
    }

    /**
     * Waits until all tables have applied the event at {@code position}.
     *
     * @return false where they have not within {@code timeout}, or cannot any more
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return progress.awaitApplied(position, timeout);
    }

    /**
     * Waits until whatever is read or searched shows the event at {@code position}. What has stopped is not waited for.
     *
     * @return false where that was not so within {@code timeout}, or cannot be any more
     */
    public boolean awaitShown(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        return progress.awaitApplied(position, timeout)
                & search.awaitApplied(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /**
     * Waits until all projections have applied the event at {@code position}, however long it takes. A search that has
     * stopped is not waited for, since everything else can be read without it.
     *
     * @param every how often {@code told} hears how many events can be read or are in what is being made
     * @throws ProjectionStopped where tables have stopped before it
     */
    public void catchUp(long position, Duration every, LongConsumer told) throws InterruptedException {
        while (!awaitShown(position, every) && !isAllButSearchShown(position)) {
            for (Health health : runners.health()) {
                if (!health.running() && health.position() < position) {
                    throw new ProjectionStopped(health);
                }
            }
            if (runners.isClosed()) {
                throw new IllegalStateException("The projections were closed");
            }
            told.accept(health().stream()
                    .mapToLong(Projections::withWhatIsInTheMaking)
                    .min()
                    .orElse(position));
        }
    }

    private boolean isAllButSearchShown(long position) {
        return applied() >= position && !search.isRunning();
    }

    private static long withWhatIsInTheMaking(Health health) {
        Health.Rebuild making = health.rebuild();
        return making == null ? health.position() : Math.max(health.position(), making.position());
    }

    /**
     * Begins to make a projection anew. What there is follows the log and is read meanwhile, and readings give the same
     * answers all the time.
     *
     * @throws RebuildRefused where there is no such projection, or it is being rebuilt already
     */
    public void rebuild(String projection) {
        if (projection.equals(Search.NAME)) {
            search.rebuild();
        } else {
            runners.rebuild(projection);
        }
    }

    /** How each projection is doing. */
    public List<Health> health() {
        List<Health> all = new ArrayList<>(runners.health());
        all.add(search.health());
        return all;
    }

    Claims claims() {
        return claims;
    }

    Filings filings() {
        return filings;
    }

    Directory directory() {
        return directory;
    }

    Answers answers() {
        return answers;
    }

    Audit audit() {
        return audit;
    }

    Previews previews() {
        return previews;
    }

    Search search() {
        return search;
    }

    SeenLog log(Sight sight) {
        return new SeenLog(sight, log, progress, directory, claims);
    }

    /** All of it as somebody may see it; to be asked for anew for each reading. */
    public Seen seenBy(Sight sight) {
        return new Seen(this, sight);
    }

    /** The position up to which all that is searched for can be found, and read. */
    public long searchable() {
        return Math.min(applied(), search.applied());
    }

    /** {@link Search#verify} */
    public void verifySearch(long asOf, Consumer<Fault> faults) {
        search.verify(asOf, faults);
    }

    /** Stops following the log; what was applied stays, and the next {@link #open} goes on from there. */
    @Override
    public void close() {
        search.close();
        runners.close();
    }
}
