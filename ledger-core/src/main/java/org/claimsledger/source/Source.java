package org.claimsledger.source;

import java.util.List;
import java.util.Set;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
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
 * @param standing how far its publisher stands by it
 * @param isProtected whether none but editors may know which source it is
 */
public record Source(SourceId id, long revision, SourceDetails details, SourceStanding standing, boolean isProtected) {

    static Source evolve(@Nullable Source source, SourceEvent event) {
        if (event instanceof SourceRegistered registered) {
            return new Source(
                    registered.source(), 1, registered.details(), SourceStanding.UNBROKEN, registered.isProtected());
        }
        if (source == null) {
            throw new IllegalStateException("an event of a source that was never registered: " + event);
        }
        return switch (event) {
            case SourceRegistered registered -> source;
            case SourceAmended amended ->
                new Source(
                        source.id,
                        source.revision + 1,
                        SourceChanges.apply(source.details, amended.details(), amended.cleared()),
                        source.standing,
                        source.isProtected);
            case SourceNoticed noticed ->
                source.next(source.standing.after(List.of(noticed.notice())), source.isProtected);
            case SourceProtected it -> source.next(source.standing, true);
            case SourceDisclosed it -> source.next(source.standing, false);
        };
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
        return new Source(id, revision, details, then, isProtected);
    }

    private Source next(SourceStanding nowStanding, boolean nowProtected) {
        return new Source(id, revision + 1, details, nowStanding, nowProtected);
    }

    /** Looks up sources as they are now, or as they stood at a date. */
    @FunctionalInterface
    public interface SourceLookup {

        @Nullable
        Source source(SourceId id);
    }
}
