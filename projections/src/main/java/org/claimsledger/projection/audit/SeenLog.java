package org.claimsledger.projection.audit;

import java.time.Duration;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.run.Progress;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.sight.VeiledEvents;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * The log as somebody may see it. Whoever may not see everything sees it as far as the tables have applied it, since what is
 * protected stands in them; what is protected is looked up anew for every page.
 */
public final class SeenLog {

    private final Sight sight;
    private final EventLog log;
    private final Progress tables;
    private final Directory directory;
    private final Claims claims;

    /** @param tables how far the directory and the claims have applied the log */
    public SeenLog(Sight sight, EventLog log, Progress tables, Directory directory, Claims claims) {
        this.sight = sight;
        this.log = log;
        this.tables = tables;
        this.directory = directory;
        this.claims = claims;
    }

    /** The last position that can be read. */
    public long head() {
        return switch (sight) {
            case WHOLE -> log.head();
            case VEILED -> Math.min(log.head(), tables.applied());
        };
    }

    /** The first events after a position, at most {@code limit}; none where there are none that can be read. */
    public List<SeenEvent> read(long after, int limit) {
        long head = head();
        if (after >= head) {
            return List.of();
        }
        Veil veil = Veil.of(sight, directory.protections());
        List<StoredEvent> page = log.read(after, (int) Math.min(limit, head - after));
        return page.stream().map(stored -> seen(stored, veil)).toList();
    }

    private SeenEvent seen(StoredEvent stored, Veil veil) {
        if (!veil.hides()) {
            return new SeenEvent.Whole(stored);
        }
        LedgerEvent event = EventJson.event(stored);
        LedgerEvent left = new VeiledEvents(veil, claim -> claim(claim, stored.position())).of(event);
        return left.equals(event) ? new SeenEvent.Whole(stored) : SeenEvent.Redacted.of(stored, left);
    }

    private @Nullable Claim claim(ClaimId id, long position) {
        return claims.claim(id, position).map(ClaimAt::claim).orElse(null);
    }

    /** False where nothing after the position could be read in that time. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return switch (sight) {
            case WHOLE -> log.awaitBeyond(position, timeout);
            case VEILED -> tables.awaitApplied(position + 1, timeout);
        };
    }
}
