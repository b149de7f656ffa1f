package org.claimsledger.desk.front;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the ledger says otherwise than a week before, the last change first. The last events tell where to look: with
 * very many in a week, not all that is different is among them, and a comparison of the two dates finds the rest.
 */
@Component
final class RecentChanges {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int EVENTS = 400;
    private static final int OF_ONE_SOURCE = 20;
    private static final int LOOKED_AT = 60;

    private final EventLog log;

    RecentChanges(Ledger ledger) {
        this.log = ledger.log();
    }

    /** A claim that reads otherwise; {@code before} is absent where it is new. */
    record Changed(@Nullable ClaimState before, ClaimState after, List<Change> changes) {}

    /** Where the week before ended; 0 where nothing was recorded then. */
    long weekBefore(Standpoint at) {
        Instant recordedAt = at.viewpoint().recordedAt();
        Instant now = at.position() < at.head() && recordedAt != null ? recordedAt : at.now();
        return log.positionAt(now.minus(WEEK));
    }

    List<Changed> of(Standpoint at, Claims claims, int most) {
        long begin = weekBefore(at);
        Moment then = new Moment(begin, at.viewpoint().publishedBy());
        List<Changed> changed = new ArrayList<>();
        for (ClaimId claim : touched(at, claims, begin)) {
            if (changed.size() == most) {
                break;
            }
            ClaimState after =
                    claims.claim(claim, at.moment()).map(ClaimAt::state).orElse(null);
            if (after != null) {
                ClaimState before =
                        claims.claim(claim, then).map(ClaimAt::state).orElse(null);
                List<Change> changes = ClaimDiff.between(before, after);
                if (!changes.isEmpty()) {
                    changed.add(new Changed(before, after, changes));
                }
            }
        }
        return changed;
    }

    private Set<ClaimId> touched(Standpoint at, Claims claims, long begin) {
        long from = Math.max(begin, at.position() - EVENTS);
        List<StoredEvent> events = log.read(from, (int) Math.max(1, at.position() - from));
        SequencedSet<ClaimId> touched = new LinkedHashSet<>();
        for (StoredEvent stored : events.reversed()) {
            if (stored.position() > at.position() || touched.size() >= LOOKED_AT) {
                continue;
            }
            switch (EventJson.event(stored)) {
                case ClaimEvent event -> touched.add(event.claim());
                case SourceRegistered registered -> {}
                case SourceEvent event ->
                    claims.page(ClaimFilter.restingOn(event.source()), at.moment(), 0, OF_ONE_SOURCE)
                            .items()
                            .forEach(it -> touched.add(it.claim().id()));
                default -> {}
            }
        }
        return touched;
    }
}
