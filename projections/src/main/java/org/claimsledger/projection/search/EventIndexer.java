package org.claimsledger.projection.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.search.SubjectDocuments.RegisteredSubject;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Turns events into documents, batch after batch, both while it follows the log and in a rebuild. */
final class EventIndexer {

    private static final int MAX_CACHED_SUBJECTS = 100_000;
    private static final long MAX_CACHED_CLAIM_BYTES = 32L << 20;

    private final EventLog log;
    private final Cache<SubjectId, RegisteredSubject> cachedSubjects = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED_SUBJECTS)
            .executor(Runnable::run)
            .build();
    private final Cache<ClaimId, ClaimDocument> cachedClaims = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_CLAIM_BYTES)
            .<ClaimId, ClaimDocument>weigher((id, claim) -> claim.memoryWeight())
            .executor(Runnable::run)
            .build();

    EventIndexer(EventLog log) {
        this.log = log;
    }

    /** Writes the documents that these events add or change. Reads earlier events from the log. For one thread. */
    void apply(List<LazyEvent> batch, IndexWriter writer) throws IOException {
        PendingDocuments pendingDocuments = new PendingDocuments(this);
        for (LazyEvent each : batch) {
            pendingDocuments.add(each);
        }
        pendingDocuments.write(writer);
        cachedSubjects.putAll(pendingDocuments.subjects());
        cachedClaims.putAll(pendingDocuments.claims());
    }

    /** A subject that was registered before the batch. */
    RegisteredSubject earlierSubject(SubjectId id) {
        return cachedSubjects.get(id, this::subjectOf);
    }

    /** A claim that was asserted before the batch, as of the event before {@code before}. */
    ClaimDocument earlierClaim(ClaimId id, long before) {
        return cachedClaims.get(id, missing -> claimOf(missing, before));
    }

    /** A source that was registered before the batch, as of the event before {@code before}. */
    SourceDocument earlierSource(SourceId id, long before) {
        List<RecordedEvent<LedgerEvent>> events = events(EventTag.source(id), before);
        SourceDocument source = new SourceDocument(events.getFirst().position(), id);
        events.forEach(each -> source.add((SourceEvent) each.event()));
        return source;
    }

    private RegisteredSubject subjectOf(SubjectId id) {
        RecordedEvent<LedgerEvent> first =
                events(EventTag.subject(id), Long.MAX_VALUE).getFirst();
        return new RegisteredSubject(
                first.position(), ((SubjectRegistered) first.event()).details().kind());
    }

    private ClaimDocument claimOf(ClaimId id, long before) {
        List<RecordedEvent<LedgerEvent>> events = events(EventTag.claim(id), before);
        ClaimDocument claim = new ClaimDocument(
                events.getFirst().position(), (ClaimAsserted) events.getFirst().event());
        for (RecordedEvent<LedgerEvent> each : events) {
            if (each.event() instanceof ClaimEvent event && event.claim().equals(id)) {
                claim.add(event);
            }
        }
        return claim;
    }

    /** The events of an entity before a position; there is at least one. */
    private List<RecordedEvent<LedgerEvent>> events(EventTag eventTag, long before) {
        List<StoredEvent> stored = TaggedEvents.in(log, eventTag, 0, Math.min(before - 1, log.head()));
        return stored.stream()
                .map(it ->
                        new RecordedEvent<>(it.position(), it.recordedAt(), EventJson.event(it.type(), it.payload())))
                .toList();
    }
}
