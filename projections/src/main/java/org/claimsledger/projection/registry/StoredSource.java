package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.source.RecordedNotice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** A source as a row holds it, without the id, which the entity's own row has. */
record StoredSource(long revision, SourceDetails details, List<RecordedNotice> notices, boolean isProtected) {

    StoredSource {
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    static StoredSource evolve(SourceId id, @Nullable StoredSource before, LazyEvent lazyEvent) {
        Source after = new SourceDecider()
                .evolve(
                        before == null ? null : before.source(id),
                        new RecordedEvent<>(
                                lazyEvent.position(), lazyEvent.recordedAt(), (SourceEvent) lazyEvent.event()));
        return new StoredSource(after.revision(), after.details(), after.notices(), after.isProtected());
    }

    Source source(SourceId id) {
        return Source.of(id, revision, details, notices, isProtected);
    }
}
