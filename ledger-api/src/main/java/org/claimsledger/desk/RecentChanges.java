package org.claimsledger.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
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
    private static final int MOST_CLAIMS = 60;

    private final EventLog log;

    RecentChanges(Ledger ledger) {
        this.log = ledger.log();
    }

    /** A claim that reads otherwise; {@code before} is absent where it is new. */
    record RecentChange(@Nullable ClaimState before, ClaimState after, List<FieldChange> changes) {}

    /** Where the week before ended; 0 where nothing was recorded then. */
    long weekBefore(PageViewpoint at) {
        Instant recordedAt = at.resolved().recordedAt();
        Instant now = at.position() < at.head() && recordedAt != null ? recordedAt : at.now();
        return log.positionAt(now.minus(WEEK));
    }

    List<RecentChange> of(PageViewpoint at, ClaimQueries claimQueries, int most) {
        long begin = weekBefore(at);
        BitemporalPoint then = new BitemporalPoint(begin, at.resolved().publishedBy());
        List<RecentChange> recentChange = new ArrayList<>();
        for (ClaimId claim : affectedClaims(at, claimQueries, begin)) {
            if (recentChange.size() == most) {
                break;
            }
            ClaimState after =
                    claimQueries.claim(claim, at.point()).map(ClaimAt::state).orElse(null);
            if (after != null) {
                ClaimState before =
                        claimQueries.claim(claim, then).map(ClaimAt::state).orElse(null);
                List<FieldChange> fieldChanges = ClaimDiff.between(before, after);
                if (!fieldChanges.isEmpty()) {
                    recentChange.add(new RecentChange(before, after, fieldChanges));
                }
            }
        }
        return recentChange;
    }

    private Set<ClaimId> affectedClaims(PageViewpoint at, ClaimQueries claimQueries, long begin) {
        long from = Math.max(begin, at.position() - EVENTS);
        List<StoredEvent> events = log.read(from, (int) Math.max(1, at.position() - from));
        SequencedSet<ClaimId> touched = new LinkedHashSet<>();
        for (StoredEvent stored : events.reversed()) {
            if (stored.position() > at.position() || touched.size() >= MOST_CLAIMS) {
                continue;
            }
            switch (EventJson.event(stored.type(), stored.payload())) {
                case ClaimEvent event -> touched.add(event.claim());
                case SourceRegistered registered -> {}
                case SourceEvent event ->
                    claimQueries
                            .page(ClaimFilter.restingOn(event.source()), at.point(), 0, OF_ONE_SOURCE)
                            .items()
                            .forEach(it -> touched.add(it.claim().id()));
                case SubjectEvent event -> {}
                case PredicateEvent event -> {}
            }
        }
        return touched;
    }
}
