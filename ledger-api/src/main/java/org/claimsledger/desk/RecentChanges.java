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
import org.claimsledger.event.PolicyEvent;
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
 * The claims that differ from a week before, the last change first. It looks at the last events only: in a week with very
 * many, a comparison of the two dates finds the rest.
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

    /** A claim that differs; {@code before} is absent where it is new. */
    record RecentChange(@Nullable ClaimState before, ClaimState after, List<FieldChange> changes) {}

    /** The last position of a week before; 0 where nothing was recorded then. */
    long weekBefore(PageViewpoint viewpoint) {
        Instant recordedAt = viewpoint.resolved().recordedAt();
        Instant now = viewpoint.position() < viewpoint.head() && recordedAt != null ? recordedAt : viewpoint.now();
        return log.positionAt(now.minus(WEEK));
    }

    List<RecentChange> of(PageViewpoint viewpoint, ClaimQueries claimQueries, int most) {
        long begin = weekBefore(viewpoint);
        BitemporalPoint then = new BitemporalPoint(begin, viewpoint.resolved().publishedBy());
        List<RecentChange> changes = new ArrayList<>();
        for (ClaimId claim : affectedClaims(viewpoint, claimQueries, begin)) {
            if (changes.size() == most) {
                break;
            }
            ClaimState after = claimQueries
                    .claim(claim, viewpoint.point())
                    .map(ClaimAt::state)
                    .orElse(null);
            if (after != null) {
                ClaimState before =
                        claimQueries.claim(claim, then).map(ClaimAt::state).orElse(null);
                List<FieldChange> fieldChanges = ClaimDiff.between(before, after);
                if (!fieldChanges.isEmpty()) {
                    changes.add(new RecentChange(before, after, fieldChanges));
                }
            }
        }
        return changes;
    }

    private Set<ClaimId> affectedClaims(PageViewpoint viewpoint, ClaimQueries claimQueries, long begin) {
        long from = Math.max(begin, viewpoint.position() - EVENTS);
        List<StoredEvent> events = log.read(from, (int) Math.max(1, viewpoint.position() - from));
        SequencedSet<ClaimId> touched = new LinkedHashSet<>();
        for (StoredEvent stored : events.reversed()) {
            if (stored.position() > viewpoint.position() || touched.size() >= MOST_CLAIMS) {
                continue;
            }
            switch (EventJson.event(stored.type(), stored.payload())) {
                case ClaimEvent event -> touched.add(event.claim());
                case SourceRegistered registered -> {}
                case SourceEvent event ->
                    claimQueries
                            .page(ClaimFilter.restingOn(event.source()), viewpoint.point(), 0, OF_ONE_SOURCE)
                            .items()
                            .forEach(it -> touched.add(it.claim().id()));
                case SubjectEvent event -> {}
                case PredicateEvent event -> {}
                case PolicyEvent event -> {}
            }
        }
        return touched;
    }
}
