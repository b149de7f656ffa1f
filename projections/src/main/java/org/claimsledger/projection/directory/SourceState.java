package org.claimsledger.projection.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.claimsledger.projection.directory.SourceAt.Noticed;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** A source as a row keeps it: all but its id, which the entry has. */
record SourceState(
        long revision,
        SourceDetails details,
        boolean retracted,
        List<EvidenceRef> endedEvidence,
        List<Noticed> notices,
        boolean isProtected) {

    SourceState {
        endedEvidence = endedEvidence == null ? List.of() : List.copyOf(endedEvidence);
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    static SourceState evolve(SourceId id, @Nullable SourceState before, Recorded recorded) {
        SourceEvent event = (SourceEvent) recorded.event();
        Source after = Source.evolve(before == null ? null : before.source(id), event);
        List<Noticed> notices = new ArrayList<>(before == null ? List.of() : before.notices);
        if (event instanceof SourceNoticed noticed) {
            notices.add(new Noticed(recorded.position(), recorded.recordedAt(), noticed.notice()));
        }
        List<EvidenceRef> ended = after.endedEvidence().stream()
                .sorted(Comparator.comparing(EvidenceRef::claim).thenComparing(EvidenceRef::evidence))
                .toList();
        return new SourceState(
                after.revision(), after.details(), after.retracted(), ended, notices, after.isProtected());
    }

    Source source(SourceId id) {
        return new Source(id, revision, details, retracted, Set.copyOf(endedEvidence), isProtected);
    }
}
