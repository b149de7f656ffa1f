package org.claimsledger.projection.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexWriter;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.run.AffectedKeys;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.search.SubjectDocuments.RegisteredSubject;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/**
 * The way from events to documents, told twice: batch after batch as events come, and all at once for an index that is
 * made anew. Both leave the same documents.
 */
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

    /** Adds what these events bring, knowing of earlier ones what the log says. For one thread. */
    void apply(List<LazyEvent> batch, IndexWriter writer) throws IOException {
        PendingDocuments pendingDocuments = new PendingDocuments(new PendingDocuments.EarlierDocuments() {
            @Override
            public RegisteredSubject subject(SubjectId id) {
                return cachedSubjects.get(id, it -> subjectOf(it));
            }

            @Override
            public ClaimDocument claim(ClaimId id, long before) {
                return cachedClaims.get(id, it -> claimOf(it, before));
            }

            @Override
            public SourceDocument source(SourceId id, long before) {
                return sourceOf(id, before);
            }
        });
        for (LazyEvent each : batch) {
            pendingDocuments.add(each);
        }
        pendingDocuments.write(writer);
        cachedSubjects.putAll(pendingDocuments.subjects());
        cachedClaims.putAll(pendingDocuments.claims());
    }

    /** Adds all that these events bring to some things; they hold all events of these, in order. */
    static void indexAll(Predicate<String> whose, List<LazyEvent> events, IndexWriter writer) throws IOException {
        PendingDocuments pendingDocuments = new PendingDocuments(PendingDocuments.EarlierDocuments.NONE);
        for (LazyEvent each : events) {
            if (affectedKeys(each).keys().stream().anyMatch(whose)) {
                pendingDocuments.add(each);
            }
        }
        pendingDocuments.write(writer);
    }

    /** To what the event brings something. */
    static AffectedKeys affectedKeys(LazyEvent event) {
        if (event.isInArea(ClaimEvent.class) && ClaimDocument.isIndexed((ClaimEvent) event.event())) {
            return affectedKey("claim", ((ClaimEvent) event.event()).claim());
        }
        if (event.isInArea(SourceEvent.class) && SourceDocument.isIndexed((SourceEvent) event.event())) {
            return affectedKey("source", ((SourceEvent) event.event()).source());
        }
        if (event.isInArea(SubjectEvent.class)) {
            return affectedKey("subject", ((SubjectEvent) event.event()).subject());
        }
        return AffectedKeys.NONE;
    }

    private static AffectedKeys affectedKey(String area, Object id) {
        return AffectedKeys.keys(List.of(area + " " + id));
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

    private SourceDocument sourceOf(SourceId id, long before) {
        List<RecordedEvent<LedgerEvent>> events = events(EventTag.source(id), before);
        SourceDocument source = new SourceDocument(events.getFirst().position(), id);
        events.forEach(each -> source.add((SourceEvent) each.event()));
        return source;
    }

    /** The events of a thing, of which there is always the first. */
    private List<RecordedEvent<LedgerEvent>> events(EventTag eventTag, long before) {
        List<StoredEvent> stored = TaggedEvents.in(log, eventTag, 0, Math.min(before - 1, log.head()));
        return stored.stream()
                .map(it ->
                        new RecordedEvent<>(it.position(), it.recordedAt(), EventJson.event(it.type(), it.payload())))
                .toList();
    }
}
