package org.claimsledger.projection.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Recollection;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.projection.table.Always;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;

/**
 * Takes the rectangles of claims from one event to the next, whatever its kind: every claim that it may touch is folded
 * before and after it, what differs is ended there and what is new begins. Older columns are never touched.
 *
 * <p>A rectangle that begins and ends in one batch is handed on once, with its end.
 */
final class Columns {

    /** Where rectangles go. */
    interface Sink {

        void add(long claimNo, Rectangle rectangle, long recordedFrom, long recordedTo);

        /** Ends one that was handed on without an end. */
        void end(long claimNo, long reportedTo, long recordedTo);
    }

    /** Takes in the next event. */
    @FunctionalInterface
    interface Learner {
        void learn(long position, Instant recordedAt, LedgerEvent event);
    }

    private record Begun(Rectangle rectangle, long recordedFrom) {}

    private record Place(long claimNo, long reportedTo) {}

    private final Recollection known;
    private final Learner learner;
    private final Predicate<ClaimId> whose;
    private final Sink sink;
    private final Map<ClaimId, List<Rectangle>> last = new LinkedHashMap<>();
    private final Map<ClaimId, Long> numbers = new LinkedHashMap<>();
    private final Map<Place, Begun> begun = new LinkedHashMap<>();

    /**
     * @param known what was known before the first event
     * @param learner the same, as somebody who can take in more
     * @param whose which claims are taken through the events
     */
    Columns(Recollection known, Learner learner, Predicate<ClaimId> whose, Sink sink) {
        this.known = known;
        this.learner = learner;
        this.whose = whose;
        this.sink = sink;
    }

    void apply(long position, Instant recordedAt, LedgerEvent event) {
        List<ClaimId> touched = known.touchedBy(event).stream().filter(whose).toList();
        if (!(event instanceof ClaimAsserted)) {
            touched.forEach(this::before);
        }
        learner.learn(position, recordedAt, event);
        for (ClaimId claim : touched) {
            ClaimHistory history = known.history(claim);
            if (history != null) {
                numbers.put(claim, history.number());
                change(claim, Rectangle.column(history), position);
            }
        }
    }

    private void before(ClaimId claim) {
        if (!last.containsKey(claim)) {
            ClaimHistory history = known.history(claim);
            last.put(claim, history == null ? List.of() : Rectangle.column(history));
        }
    }

    private void change(ClaimId claim, List<Rectangle> now, long position) {
        List<Rectangle> before = last.getOrDefault(claim, List.of());
        List<Rectangle> ended = new ArrayList<>(before);
        ended.removeAll(now);
        List<Rectangle> started = new ArrayList<>(now);
        started.removeAll(before);
        long claimNo = numbers.getOrDefault(claim, 0L);
        for (Rectangle old : ended) {
            Begun here = begun.remove(new Place(claimNo, old.reportedTo()));
            if (here == null) {
                sink.end(claimNo, old.reportedTo(), position);
            } else if (here.recordedFrom() < position) {
                sink.add(claimNo, here.rectangle(), here.recordedFrom(), position);
            }
        }
        for (Rectangle each : started) {
            begun.put(new Place(claimNo, each.reportedTo()), new Begun(each, position));
        }
        last.put(claim, now);
    }

    /** Hands on what has not ended. */
    void finish() {
        begun.forEach((place, here) -> sink.add(place.claimNo(), here.rectangle(), here.recordedFrom(), Always.OPEN));
        begun.clear();
    }
}
