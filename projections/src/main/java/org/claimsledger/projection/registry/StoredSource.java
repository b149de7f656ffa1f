package org.claimsledger.projection.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.projection.registry.Registry.SourceAt.RecordedNotice;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.source.SourceStanding;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** A source as a row holds it, without the id, which the entity's own row has. */
record StoredSource(
        long revision,
        SourceDetails details,
        boolean retracted,
        List<EvidenceRef> endedEvidence,
        List<RecordedNotice> notices,
        boolean isProtected) {

    StoredSource {
        endedEvidence = endedEvidence == null ? List.of() : List.copyOf(endedEvidence);
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    static StoredSource evolve(SourceId id, @Nullable StoredSource before, LazyEvent lazyEvent) {
        SourceEvent event = (SourceEvent) lazyEvent.event();
        Source after = new SourceDecider().evolve(before == null ? null : before.source(id), event);
        List<RecordedNotice> notices = new ArrayList<>(before == null ? List.of() : before.notices);
        if (event instanceof SourceNoticed noticed) {
            notices.add(new RecordedNotice(lazyEvent.position(), lazyEvent.recordedAt(), noticed.notice()));
        }
        List<EvidenceRef> ended = after.endedEvidence().stream()
                .sorted(Comparator.comparing(EvidenceRef::claim).thenComparing(EvidenceRef::evidence))
                .toList();
        return new StoredSource(
                after.revision(), after.details(), after.retracted(), ended, notices, after.isProtected());
    }

    Source source(SourceId id) {
        return new Source(id, revision, details, new SourceStanding(retracted, Set.copyOf(endedEvidence)), isProtected);
    }
}
