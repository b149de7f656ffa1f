package org.claimsledger.projection.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.History;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.value.ClaimId;

/**
 * Takes the versions of claims from one event to the next, whatever its kind: every claim that the event may change is
 * folded before and after it; versions that no longer hold end there, and new ones begin. Older versions stay as they are.
 *
 * <p>A version that begins and ends in one batch is handed on once, with its end.
 */
final class VersionWriter {

    /** Adds the next event to what is known. */
    @FunctionalInterface
    interface EventLearner {
        void learn(long position, Instant recordedAt, LedgerEvent event);
    }

    private record OpenVersion(BitemporalVersion version, long recordedFrom) {}

    private record VersionKey(long claimNo, long reportedTo) {}

    private final History known;
    private final Function<LedgerEvent, Set<ClaimId>> affectedClaims;
    private final EventLearner eventLearner;
    private final ClaimRowBatch rows;
    private final Map<ClaimId, List<BitemporalVersion>> last = new LinkedHashMap<>();
    private final Map<ClaimId, Long> numbers = new LinkedHashMap<>();
    private final Map<VersionKey, OpenVersion> openVersions = new LinkedHashMap<>();

    /**
     * @param known what was known before the first event
     * @param affectedClaims the claims that the next event may change, before it is learned
     * @param eventLearner adds the next event to {@code known}
     */
    VersionWriter(
            History known,
            Function<LedgerEvent, Set<ClaimId>> affectedClaims,
            EventLearner eventLearner,
            ClaimRowBatch rows) {
        this.known = known;
        this.affectedClaims = affectedClaims;
        this.eventLearner = eventLearner;
        this.rows = rows;
    }

    void apply(long position, Instant recordedAt, LedgerEvent event) {
        Set<ClaimId> touched = affectedClaims.apply(event);
        if (!(event instanceof ClaimAsserted)) {
            touched.forEach(this::before);
        }
        eventLearner.learn(position, recordedAt, event);
        for (ClaimId claim : touched) {
            ClaimHistory history = known.history(claim);
            if (history != null) {
                numbers.put(claim, history.claimNo());
                change(claim, BitemporalVersion.versionsOf(history), position);
            }
        }
    }

    private void before(ClaimId claim) {
        if (!last.containsKey(claim)) {
            ClaimHistory history = known.history(claim);
            last.put(claim, history == null ? List.of() : BitemporalVersion.versionsOf(history));
        }
    }

    private void change(ClaimId claim, List<BitemporalVersion> now, long position) {
        List<BitemporalVersion> before = last.getOrDefault(claim, List.of());
        List<BitemporalVersion> ended = new ArrayList<>(before);
        ended.removeAll(now);
        List<BitemporalVersion> started = new ArrayList<>(now);
        started.removeAll(before);
        long claimNo = numbers.getOrDefault(claim, 0L);
        for (BitemporalVersion old : ended) {
            OpenVersion here = openVersions.remove(new VersionKey(claimNo, old.reportedTo()));
            if (here == null) {
                rows.end(claimNo, old.reportedTo(), position);
            } else if (here.recordedFrom() < position) {
                rows.add(claimNo, here.version(), here.recordedFrom(), position);
            }
        }
        for (BitemporalVersion each : started) {
            openVersions.put(new VersionKey(claimNo, each.reportedTo()), new OpenVersion(each, position));
        }
        last.put(claim, now);
    }

    /** Hands on the versions that have not ended. */
    void finish() {
        openVersions.forEach((versionKey, here) ->
                rows.add(versionKey.claimNo(), here.version(), here.recordedFrom(), OpenEnded.OPEN));
        openVersions.clear();
    }
}
