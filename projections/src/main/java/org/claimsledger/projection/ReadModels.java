package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.projection.answers.BestKnownAnswers;
import org.claimsledger.projection.answers.DecisionPreviews;
import org.claimsledger.projection.audit.AuditTrail;
import org.claimsledger.projection.audit.RedactedLog;
import org.claimsledger.projection.claims.AnswerCandidates;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventBatches;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.projection.run.ProjectionStopped;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.projection.run.TableProjections;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.store.EventLog;
import org.claimsledger.verify.LogVerification.Fault;

/**
 * The read side of one ledger. Everything in it is derived from the log and follows it by itself; a file that is lost,
 * damaged or not of this ledger is made anew.
 *
 * <p>Every reading takes a position of the log, {@code asOf}, which is at most {@link #applied()}, and gives the same
 * answer for that position for ever. Safe for any number of threads.
 *
 * <p>What is read is read by {@link #readModelFor}: which sources the protected ones are is not everybody's to see.
 */
public final class ReadModels implements AutoCloseable {

    private final TableProjections tableProjections;
    private final ProjectionProgress projectionProgress;
    private final Registry registry;
    private final ClaimQueries claimQueries;
    private final FilingQueries filingQueries;
    private final BestKnownAnswers bestKnownAnswers;
    private final AuditTrail auditTrail;
    private final DecisionPreviews decisionPreviews;
    private final Search search;
    private final EventLog log;

    private ReadModels(
            Path folder, EventLog log, String ledger, List<Projection> all, CheckpointPolicy checkpointPolicy) {
        this.log = log;
        EventBatches eventBatches = new EventBatches(log);
        this.tableProjections = TableProjections.open(folder, log, eventBatches, ledger, all, checkpointPolicy);
        this.projectionProgress = tableProjections.progress();
        TableSnapshots claimTables =
                new TableSnapshots(tableProjections.tables(ClaimsProjection.NAME), projectionProgress::applied);
        this.registry = new Registry(
                new TableSnapshots(tableProjections.tables(RegistryProjection.NAME), projectionProgress::applied));
        this.claimQueries = new ClaimQueries(claimTables, registry, log);
        this.filingQueries = new FilingQueries(claimTables, registry, log);
        this.bestKnownAnswers = new BestKnownAnswers(new AnswerCandidates(claimTables), registry);
        this.auditTrail = new AuditTrail(claimQueries, registry, log);
        this.decisionPreviews = new DecisionPreviews(claimQueries, log);
        try {
            this.search = Search.open(folder, log, eventBatches, ledger, checkpointPolicy, registry, claimQueries);
        } catch (RuntimeException e) {
            tableProjections.close();
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
    public static ReadModels open(Path folder, EventLog log, String ledger) {
        return open(
                folder,
                log,
                ledger,
                List.of(new RegistryProjection(), new ClaimsProjection(log)),
                CheckpointPolicy.DEFAULT);
    }

    static ReadModels open(
            Path folder, EventLog log, String ledger, List<Projection> all, CheckpointPolicy checkpointPolicy) {
        ReadModels readModels = new ReadModels(folder, log, ledger, all, checkpointPolicy);
        readModels.tableProjections.start();
        readModels.search.start();
        return readModels;
    }

    /** The position that all tables have applied: what comes after it cannot be read yet. */
    public long applied() {
        return projectionProgress.applied();
    }

    /**
     * Waits until all tables have applied the event at {@code position}.
     *
     * @return false where they have not within {@code timeout}, or cannot any more
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return projectionProgress.awaitApplied(position, timeout);
    }

    /**
     * Waits until whatever is read or searched shows the event at {@code position}. What has stopped is not waited for.
     *
     * @return false where that was not so within {@code timeout}, or cannot be any more
     */
    public boolean awaitShown(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        return projectionProgress.awaitApplied(position, timeout)
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
            for (ProjectionHealth projectionHealth : tableProjections.health()) {
                if (!projectionHealth.running() && projectionHealth.position() < position) {
                    throw new ProjectionStopped(projectionHealth);
                }
            }
            if (tableProjections.isClosed()) {
                throw new IllegalStateException("The projections were closed");
            }
            told.accept(health().stream()
                    .mapToLong(ReadModels::positionIncludingRebuild)
                    .min()
                    .orElse(position));
        }
    }

    private boolean isAllButSearchShown(long position) {
        return applied() >= position && !search.isRunning();
    }

    private static long positionIncludingRebuild(ProjectionHealth projectionHealth) {
        ProjectionHealth.RebuildProgress making = projectionHealth.rebuild();
        return making == null ? projectionHealth.position() : Math.max(projectionHealth.position(), making.position());
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
            tableProjections.rebuild(projection);
        }
    }

    /** How each projection is doing. */
    public List<ProjectionHealth> health() {
        List<ProjectionHealth> all = new ArrayList<>(tableProjections.health());
        all.add(search.health());
        return all;
    }

    ClaimQueries claims() {
        return claimQueries;
    }

    FilingQueries filings() {
        return filingQueries;
    }

    Registry registry() {
        return registry;
    }

    BestKnownAnswers answers() {
        return bestKnownAnswers;
    }

    AuditTrail audit() {
        return auditTrail;
    }

    DecisionPreviews previews() {
        return decisionPreviews;
    }

    Search search() {
        return search;
    }

    RedactedLog log(Visibility visibility) {
        return new RedactedLog(visibility, log, projectionProgress, registry, claimQueries);
    }

    /** All of it as somebody may see it; to be asked for anew for each reading. */
    public ReadModel readModelFor(Visibility visibility) {
        return new ReadModel(this, visibility);
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
        tableProjections.close();
    }
}
