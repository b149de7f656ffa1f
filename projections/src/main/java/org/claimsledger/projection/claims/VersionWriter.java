package org.claimsledger.projection.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.KnownAt;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.value.ClaimId;

/**
 * Takes the rectangles of claims from one event to the next, whatever its kind: every claim that it may touch is folded
 * before and after it, what differs is ended there and what is new begins. Older columns are never touched.
 *
 * <p>A rectangle that begins and ends in one batch is handed on once, with its end.
 */
final class VersionWriter {

    /** Where rectangles go. */
    interface VersionSink {

        void add(long claimNo, BitemporalVersion bitemporalVersion, long recordedFrom, long recordedTo);

        /** Ends one that was handed on without an end. */
        void end(long claimNo, long reportedTo, long recordedTo);
    }

    /** Takes in the next event. */
    @FunctionalInterface
    interface EventLearner {
        void learn(long position, Instant recordedAt, LedgerEvent event);
    }

    private record OpenVersion(BitemporalVersion rectangle, long recordedFrom) {}

    private record VersionKey(long claimNo, long reportedTo) {}

    private final KnownAt known;
    private final EventLearner eventLearner;
    private final Predicate<ClaimId> whose;
    private final VersionSink versionSink;
    private final Map<ClaimId, List<BitemporalVersion>> last = new LinkedHashMap<>();
    private final Map<ClaimId, Long> numbers = new LinkedHashMap<>();
    private final Map<VersionKey, OpenVersion> openVersions = new LinkedHashMap<>();

    /**
     * @param known what was known before the first event
     * @param learner the same, as somebody who can take in more
     * @param whose which claims are taken through the events
     */
    VersionWriter(KnownAt known, EventLearner eventLearner, Predicate<ClaimId> whose, VersionSink versionSink) {
        this.known = known;
        this.eventLearner = eventLearner;
        this.whose = whose;
        this.versionSink = versionSink;
    }

    void apply(long position, Instant recordedAt, LedgerEvent event) {
        List<ClaimId> touched =
                known.claimsAffectedBy(event).stream().filter(whose).toList();
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
                versionSink.end(claimNo, old.reportedTo(), position);
            } else if (here.recordedFrom() < position) {
                versionSink.add(claimNo, here.rectangle(), here.recordedFrom(), position);
            }
        }
        for (BitemporalVersion each : started) {
            openVersions.put(new VersionKey(claimNo, each.reportedTo()), new OpenVersion(each, position));
        }
        last.put(claim, now);
    }

    /** Hands on what has not ended. */
    void finish() {
        openVersions.forEach((versionKey, here) ->
                versionSink.add(versionKey.claimNo(), here.rectangle(), here.recordedFrom(), OpenEnded.OPEN));
        openVersions.clear();
    }
}
