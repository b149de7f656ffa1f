package org.claimsledger.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A source as all its events leave it.
 *
 * @param revision how many events it has
 * @param notices all that its publisher said of it, in the order of recording, with those that were withdrawn
 * @param standing how far its publisher stands by it
 * @param isProtected whether none but editors may know which source it is
 */
public record Source(
        SourceId id,
        long revision,
        SourceDetails details,
        List<RecordedNotice> notices,
        SourceStanding standing,
        boolean isProtected) {

    public Source {
        notices = List.copyOf(notices);
    }

    /** A source with the standing that its notices leave. */
    public static Source of(
            SourceId id, long revision, SourceDetails details, List<RecordedNotice> notices, boolean isProtected) {
        return new Source(
                id, revision, details, notices, SourceStanding.after(RecordedNotice.byDate(notices)), isProtected);
    }

    static Source evolve(@Nullable Source source, RecordedEvent<? extends SourceEvent> recorded) {
        SourceEvent event = recorded.event();
        if (event instanceof SourceRegistered registered) {
            return of(registered.source(), 1, registered.details(), List.of(), registered.isProtected());
        }
        if (source == null) {
            throw new IllegalStateException("an event of a source that was never registered: " + event);
        }
        return switch (event) {
            case SourceRegistered registered -> source;
            case SourceAmended amended ->
                source.next(SourceChanges.apply(source.details, amended.details(), amended.cleared()));
            case SourceNoticed noticed ->
                source.next(source.and(RecordedNotice.of(source.notices.size() + 1, recorded, noticed)));
            case NoticeWithdrawn withdrawn -> source.next(source.without(withdrawn.notice()));
            case SourceProtected it -> source.next(true);
            case SourceDisclosed it -> source.next(false);
        };
    }

    private List<RecordedNotice> and(RecordedNotice latest) {
        List<RecordedNotice> all = new ArrayList<>(notices);
        all.add(latest);
        return all;
    }

    private List<RecordedNotice> without(int number) {
        return notices.stream()
                .map(it -> it.number() == number ? it.withdrawn() : it)
                .toList();
    }

    /** Whether a retraction or withdrawal of the whole stands. */
    public boolean retracted() {
        return standing.retracted();
    }

    /** The evidence that partial retractions ended and no reinstatement restored. */
    public Set<EvidenceRef> endedEvidence() {
        return standing.endedEvidence();
    }

    /** Whether evidence from this source still counts as its publisher's word. */
    public boolean standsFor(EvidenceRef evidence) {
        return standing.standsFor(evidence);
    }

    /** The source with the standing that it had at another time. */
    public Source withStanding(SourceStanding then) {
        return new Source(id, revision, details, notices, then, isProtected);
    }

    private Source next(SourceDetails now) {
        return new Source(id, revision + 1, now, notices, standing, isProtected);
    }

    private Source next(List<RecordedNotice> now) {
        return of(id, revision + 1, details, now, isProtected);
    }

    private Source next(boolean nowProtected) {
        return new Source(id, revision + 1, details, notices, standing, nowProtected);
    }

    /** Looks up sources as they are now, or as they stood at a date. */
    @FunctionalInterface
    public interface SourceLookup {

        @Nullable
        Source source(SourceId id);
    }
}
