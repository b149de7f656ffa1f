package org.claimsledger.projection.audit;

import java.time.Duration;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.EventRedaction;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/**
 * The log as somebody may see it. Whoever may not see everything sees it as far as the tables have applied it, since what is
 * protected stands in them; what is protected is looked up anew for every page.
 */
public final class RedactedLog {

    private final Visibility visibility;
    private final EventLog log;
    private final ProjectionProgress tables;
    private final Registry registry;
    private final ClaimQueries claimQueries;

    /** @param tables how far the directory and the claims have applied the log */
    public RedactedLog(
            Visibility visibility,
            EventLog log,
            ProjectionProgress tables,
            Registry registry,
            ClaimQueries claimQueries) {
        this.visibility = visibility;
        this.log = log;
        this.tables = tables;
        this.registry = registry;
        this.claimQueries = claimQueries;
    }

    /** The last position that can be read. */
    public long head() {
        return switch (visibility) {
            case FULL -> log.head();
            case REDACTED -> Math.min(log.head(), tables.applied());
        };
    }

    /** The first events after a position, at most {@code limit}; none where there are none that can be read. */
    public List<VisibleEvent> read(long after, int limit) {
        long head = head();
        if (after >= head) {
            return List.of();
        }
        Redaction redaction = Redaction.of(visibility, registry.protectedSources());
        List<StoredEvent> page = log.read(after, (int) Math.min(limit, head - after));
        return page.stream().map(stored -> visible(stored, redaction)).toList();
    }

    private VisibleEvent visible(StoredEvent stored, Redaction redaction) {
        if (!redaction.hidesAnything()) {
            return new VisibleEvent.Unredacted(stored);
        }
        LedgerEvent event = EventJson.event(stored.type(), stored.payload());
        LedgerEvent left = new EventRedaction(redaction, claim -> claim(claim, stored.position())).redact(event);
        return left.equals(event) ? new VisibleEvent.Unredacted(stored) : VisibleEvent.Redacted.of(stored, left);
    }

    private @Nullable Claim claim(ClaimId id, long position) {
        return claimQueries.claim(id, position).map(ClaimAt::claim).orElse(null);
    }

    /** False where nothing after the position could be read in that time. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return switch (visibility) {
            case FULL -> log.awaitBeyond(position, timeout);
            case REDACTED -> tables.awaitApplied(position + 1, timeout);
        };
    }
}
