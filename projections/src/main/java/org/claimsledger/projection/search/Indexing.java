package org.claimsledger.projection.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexWriter;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.EventTags;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.search.SubjectDocuments.Holder;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;

/**
 * The way from events to documents, told twice: batch after batch as events come, and all at once for an index that is
 * made anew. Both leave the same documents.
 */
final class Indexing {

    private static final int HOLDERS = 100_000;
    private static final long REMEMBERED = 32L << 20;

    private final EventLog log;
    private final Cache<SubjectId, Holder> holders =
            Caffeine.newBuilder().maximumSize(HOLDERS).executor(Runnable::run).build();
    private final Cache<ClaimId, ClaimGathering> claims = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .<ClaimId, ClaimGathering>weigher((id, claim) -> claim.weight())
            .executor(Runnable::run)
            .build();

    Indexing(EventLog log) {
        this.log = log;
    }

    /** Adds what these events bring, knowing of earlier ones what the log says. For one thread. */
    void apply(List<Recorded> batch, IndexWriter writer) throws IOException {
        Gathered gathered = new Gathered(new Gathered.Earlier() {
            @Override
            public Holder holder(SubjectId id) {
                return holders.get(id, it -> holderOf(it));
            }

            @Override
            public ClaimGathering claim(ClaimId id, long before) {
                return claims.get(id, it -> claimOf(it, before));
            }

            @Override
            public SourceGathering source(SourceId id, long before) {
                return sourceOf(id, before);
            }
        });
        for (Recorded each : batch) {
            gathered.add(each);
        }
        gathered.write(writer);
        holders.putAll(gathered.holders());
        claims.putAll(gathered.claims());
    }

    /** Adds all that these events bring to some things; they hold all events of these, in order. */
    static void all(Predicate<String> whose, List<Recorded> events, IndexWriter writer) throws IOException {
        Gathered gathered = new Gathered(Gathered.Earlier.NONE);
        for (Recorded each : events) {
            if (concerned(each).things().stream().anyMatch(whose)) {
                gathered.add(each);
            }
        }
        gathered.write(writer);
    }

    /** To what the event brings something. */
    static Concerned concerned(Recorded event) {
        if (event.isOf(ClaimEvent.class) && ClaimGathering.isToBeSeen((ClaimEvent) event.event())) {
            return thing("claim", ((ClaimEvent) event.event()).claim());
        }
        if (event.isOf(SourceEvent.class) && SourceGathering.isToBeSeen((SourceEvent) event.event())) {
            return thing("source", ((SourceEvent) event.event()).source());
        }
        if (event.isOf(SubjectEvent.class)) {
            return thing("subject", ((SubjectEvent) event.event()).subject());
        }
        return Concerned.NOTHING;
    }

    private static Concerned thing(String area, Object id) {
        return Concerned.things(List.of(area + " " + id));
    }

    private Holder holderOf(SubjectId id) {
        Event first = events(Tag.subject(id), Long.MAX_VALUE).getFirst();
        return new Holder(
                first.position(), ((SubjectRegistered) first.event()).details().kind());
    }

    private ClaimGathering claimOf(ClaimId id, long before) {
        List<Event> events = events(Tag.claim(id), before);
        ClaimGathering claim = new ClaimGathering(
                events.getFirst().position(), (ClaimAsserted) events.getFirst().event());
        for (Event each : events) {
            if (each.event() instanceof ClaimEvent event && event.claim().equals(id)) {
                claim.add(event);
            }
        }
        return claim;
    }

    private SourceGathering sourceOf(SourceId id, long before) {
        List<Event> events = events(Tag.source(id), before);
        SourceGathering source = new SourceGathering(events.getFirst().position(), id);
        events.forEach(each -> source.add((SourceEvent) each.event()));
        return source;
    }

    private record Event(long position, LedgerEvent event) {}

    /** The events of a thing, of which there is always the first. */
    private List<Event> events(Tag tag, long before) {
        List<StoredEvent> stored = EventTags.eventsWith(tag, log, 0, Math.min(before - 1, log.head()));
        return stored.stream()
                .map(it -> new Event(it.position(), EventJson.event(it)))
                .toList();
    }
}
