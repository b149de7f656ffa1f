package org.claimsledger.projection;

import org.claimsledger.projection.answers.BestKnownAnswers;
import org.claimsledger.projection.answers.DecisionPreviews;
import org.claimsledger.projection.audit.AuditTrail;
import org.claimsledger.projection.audit.PolicyTrail;
import org.claimsledger.projection.claims.AnswerCandidates;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.duplicates.DuplicateFinder;
import org.claimsledger.projection.protection.LoggedProposals;
import org.claimsledger.projection.protection.ProtectedSourceReader;
import org.claimsledger.projection.protection.RedactedLog;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.search.SearchIndex;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.store.EventLog;

/**
 * The read side as one caller may see it, for one reading. The constructor is the only place that decides about
 * visibility: it gives every reader the caller's redaction, and there is no other way to the readers from outside.
 * Whether a source is protected is looked up once and then holds for the rest of the reading.
 */
public final class ReadModel {

    /**
     * The tables, index and log that a read model reads.
     *
     * @param progress the positions that the tables have applied
     */
    record Storage(
            TableSnapshots registryTables,
            TableSnapshots claimTables,
            SearchIndex searchIndex,
            EventLog log,
            ProjectionProgress progress) {}

    private final ClaimQueries claims;
    private final FilingQueries filings;
    private final Registry registry;
    private final BestKnownAnswers answers;
    private final AuditTrail audit;
    private final PolicyTrail policies;
    private final DecisionPreviews previews;
    private final Search search;
    private final RedactedLog log;

    ReadModel(Storage storage, Visibility visibility) {
        this(storage, visibility, redaction(storage, visibility));
    }

    private ReadModel(Storage storage, Visibility visibility, Redaction redaction) {
        Registry recordedRegistry = new Registry(storage.registryTables(), Redaction.NONE);
        ClaimQueries recordedClaims =
                new ClaimQueries(storage.claimTables(), recordedRegistry, storage.log(), Redaction.NONE);
        this.registry = new Registry(storage.registryTables(), redaction);
        this.claims = new ClaimQueries(storage.claimTables(), registry, storage.log(), redaction);
        this.filings = new FilingQueries(storage.claimTables(), registry, storage.log(), redaction);
        this.answers = new BestKnownAnswers(new AnswerCandidates(storage.claimTables(), redaction), registry);
        this.audit = new AuditTrail(recordedClaims, recordedRegistry, storage.log(), redaction);
        this.policies = new PolicyTrail(storage.log());
        this.previews = new DecisionPreviews(
                recordedClaims, new AnswerCandidates(storage.claimTables(), Redaction.NONE), storage.log(), redaction);
        this.search = new Search(storage.searchIndex(), registry, claims);
        this.log = new RedactedLog(
                visibility,
                storage.log(),
                storage.progress(),
                () -> redaction(storage, visibility),
                (id, position) ->
                        recordedClaims.claim(id, position).map(ClaimAt::state).orElse(null),
                filings::claimsWithProposals);
    }

    /** Everything as recorded, without redaction: for the ledger's own checks, never for a caller. */
    static ReadModel asRecorded(Storage storage) {
        return new ReadModel(storage, Visibility.FULL, Redaction.NONE);
    }

    private static Redaction redaction(Storage storage, Visibility visibility) {
        Registry recordedRegistry = new Registry(storage.registryTables(), Redaction.NONE);
        return Redaction.of(
                visibility,
                new ProtectedSourceReader(storage.registryTables(), (source, asOf) -> recordedRegistry
                        .source(source, asOf)
                        .map(at -> at.source().details())),
                new LoggedProposals(storage.log()));
    }

    public ClaimQueries claims() {
        return claims;
    }

    public FilingQueries filings() {
        return filings;
    }

    public Registry registry() {
        return registry;
    }

    public BestKnownAnswers answers() {
        return answers;
    }

    public AuditTrail audit() {
        return audit;
    }

    /** The versions of the policy by which questions were answered. */
    public PolicyTrail policies() {
        return policies;
    }

    public Search search() {
        return search;
    }

    /** Finds subjects that may be the same; needs the index, as a search does. */
    public DuplicateFinder duplicates() {
        return new DuplicateFinder(search, registry, claims);
    }

    /** Shows the effects that a decision would have. */
    public DecisionPreviews previews() {
        return previews;
    }

    /** The events themselves. Unlike the other readers, the log may be read for any length of time. */
    public RedactedLog log() {
        return log;
    }
}
