package org.claimsledger.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Notice;
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
 * @param retracted whether a retraction or withdrawal of the whole stands
 * @param endedEvidence what partial retractions ended and nothing has restored
 * @param isProtected whether none but editors may know which source it is
 */
public record Source(
        SourceId id,
        long revision,
        SourceDetails details,
        boolean retracted,
        Set<EvidenceRef> endedEvidence,
        boolean isProtected) {

    public Source {
        endedEvidence = Set.copyOf(endedEvidence);
    }

    public static Source evolve(@Nullable Source source, SourceEvent event) {
        if (event instanceof SourceRegistered registered) {
            return new Source(registered.source(), 1, registered.details(), false, Set.of(), registered.isProtected());
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
                        source.retracted,
                        source.endedEvidence,
                        source.isProtected);
            case SourceNoticed noticed -> source.withNotice(noticed.notice());
            case SourceProtected it -> source.withProtection(true);
            case SourceDisclosed it -> source.withProtection(false);
        };
    }

    /** Whether evidence from this source still counts as its publisher's word. */
    public boolean standsFor(EvidenceRef evidence) {
        return !retracted && !endedEvidence.contains(evidence);
    }

    private Source withProtection(boolean now) {
        return new Source(id, revision + 1, details, retracted, endedEvidence, now);
    }

    private Source withNotice(Notice notice) {
        Set<EvidenceRef> ended = new LinkedHashSet<>(endedEvidence);
        boolean nowRetracted = retracted;
        switch (notice.type()) {
            case RETRACTION, WITHDRAWAL -> nowRetracted = true;
            case PARTIAL_RETRACTION -> ended.addAll(notice.evidence());
            case REINSTATEMENT -> {
                if (notice.evidence().isEmpty()) {
                    nowRetracted = false;
                    ended.clear();
                } else {
                    ended.removeAll(List.copyOf(notice.evidence()));
                }
            }
            case ADDENDUM,
                    CLARIFICATION,
                    CORRECTION,
                    CORRIGENDUM,
                    ERRATUM,
                    EXPRESSION_OF_CONCERN,
                    NEW_VERSION,
                    REMOVAL -> {}
        }
        return new Source(id, revision + 1, details, nowRetracted, ended, isProtected);
    }
}
