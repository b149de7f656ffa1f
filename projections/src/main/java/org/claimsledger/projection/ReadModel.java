package org.claimsledger.projection;

import org.claimsledger.projection.answers.BestKnownAnswers;
import org.claimsledger.projection.answers.DecisionPreviews;
import org.claimsledger.projection.audit.AuditTrail;
import org.claimsledger.projection.audit.RedactedLog;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.duplicates.DuplicateFinder;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.search.Search;

/**
 * The read side as one caller may see it, for one reading. There is no other way to it from outside, so that nothing goes out
 * past the veil. What is protected is known as of the moment at which it is first asked for, and kept to for the rest of the
 * reading.
 */
public final class ReadModel {

    private final ReadModels readModels;
    private final Visibility visibility;
    private final Redaction redaction;

    ReadModel(ReadModels all, Visibility visibility) {
        this.readModels = all;
        this.visibility = visibility;
        this.redaction = Redaction.of(visibility, all.registry().protectedSources());
    }

    public ClaimQueries claims() {
        return readModels.claims().redactedBy(redaction);
    }

    public FilingQueries filings() {
        return readModels.filings().redactedBy(redaction);
    }

    public Registry registry() {
        return readModels.registry().redactedBy(redaction);
    }

    public BestKnownAnswers answers() {
        return readModels.answers().redactedBy(redaction);
    }

    public AuditTrail audit() {
        return readModels.audit().redactedBy(redaction);
    }

    public Search search() {
        return readModels.search().redactedBy(redaction);
    }

    /** Who may be whom; needs what a search needs. */
    public DuplicateFinder duplicates() {
        return new DuplicateFinder(search(), registry(), claims());
    }

    /** What a decision would change. */
    public DecisionPreviews previews() {
        return readModels.previews().redactedBy(redaction);
    }

    /** The events themselves; this one may be read from for as long as one likes. */
    public RedactedLog log() {
        return readModels.log(visibility);
    }
}
