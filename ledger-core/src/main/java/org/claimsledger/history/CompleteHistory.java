package org.claimsledger.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.history.History.EventsByTag;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.verify.LogPages;
import org.jspecify.annotations.Nullable;

/**
 * A history with all its events in memory, which can also list its claims, sources, subjects and predicates. Events are added by one thread; from then on
 * it may be read by any number of them.
 */
public final class CompleteHistory extends History {

    private final EventsInMemory events;
    private final List<ClaimId> claims = new ArrayList<>();
    private final Map<EventTag, Map<Long, Provenance>> proposals = new HashMap<>();

    /** Before the first event. */
    public CompleteHistory() {
        this(new EventsInMemory(), 0);
    }

    private CompleteHistory(EventsInMemory events, long position) {
        super(events, new ConcurrentHashMap<>(), position);
        this.events = events;
    }

    /**
     * Reads the log up to and with a position, and no table. It cannot tell which claims an event affects.
     *
     * @param progress hears how far it is, every now and then
     */
    public static CompleteHistory replay(EventLog log, long asOf, LongConsumer progress) {
        CompleteHistory history = new CompleteHistory(new EventsInMemory(), asOf);
        LogPages.run(log, 0, asOf, CompleteHistory::read, page -> {
            page.forEach(history::add);
            progress.accept(page.isEmpty() ? 0 : page.getLast().event().position());
        });
        return history;
    }

    /** @param proposedBy its provenance where it is a filing that had to wait for an editor */
    private record ReplayedEvent(
            EncodedEvent event,
            List<EventTag> changes,
            List<EventTag> shared,
            @Nullable Provenance proposedBy) {}

    private static List<ReplayedEvent> read(LogPages.LogPage page) {
        if (page.events().size() != page.upTo() - page.after()) {
            throw new IllegalStateException(
                    "the log has a gap after position " + page.after() + "; see what verify says");
        }
        List<ReplayedEvent> events = new ArrayList<>(page.events().size());
        for (StoredEvent stored : page.events()) {
            EncodedEvent event = EncodedEvent.of(stored);
            events.add(new ReplayedEvent(
                    event,
                    event.changes(),
                    event.shared(),
                    event.isProposal() ? Provenance.of(stored.metadata()) : null));
        }
        return events;
    }

    private void add(ReplayedEvent replayed) {
        EventTag first = replayed.changes().getFirst();
        if (replayed.event().type() == ClaimAsserted.class) {
            claims.add(new ClaimId(first.value()));
        }
        if (replayed.proposedBy() != null) {
            proposals
                    .computeIfAbsent(first, none -> new HashMap<>())
                    .put(replayed.event().position(), replayed.proposedBy());
        }
        events.add(replayed.event(), replayed.changes());
        events.add(replayed.event(), replayed.shared());
    }

    @Override
    public void add(long next, Instant recordedAt, LedgerEvent event) {
        super.add(next, recordedAt, event);
        if (event instanceof ClaimAsserted asserted) {
            claims.add(asserted.claim());
        }
    }

    /** All claims, in the order in which they were asserted. */
    public List<ClaimId> claims() {
        return Collections.unmodifiableList(claims);
    }

    /** A claim by its number in the order of assertion, from 0; read anew each time. */
    public ClaimHistory claim(int number) {
        return Objects.requireNonNull(history(claims.get(number)), "a claim that was asserted has a history");
    }

    /** The provenance of a claim's filings that had to wait for an editor, by their positions; only a replay has it. */
    public Map<Long, Provenance> proposalProvenance(ClaimId claim) {
        return proposals.getOrDefault(EventTag.claim(claim), Map.of());
    }

    /** Every source, in the order in which they were registered. */
    public List<SourceId> sources() {
        return events.tags(EventTag.SOURCE)
                .map(tag -> new SourceId(tag.value()))
                .toList();
    }

    /** Every subject, merged ones too, in the order in which they were registered. */
    public List<SubjectId> subjects() {
        return events.tags(EventTag.SUBJECT)
                .map(tag -> new SubjectId(tag.value()))
                .toList();
    }

    /** Every predicate of the vocabulary, in the order in which they were first defined. */
    public List<PredicateKey> predicates() {
        return events.tags(EventTag.PREDICATE)
                .map(tag -> new PredicateKey(tag.value()))
                .filter(key -> predicate(key) != null)
                .toList();
    }

    /** All events up to a position. Those read from the log stay in bytes and are decoded at each use. */
    private static final class EventsInMemory implements EventsByTag {

        private final Map<EventTag, List<Supplier<RecordedEvent<LedgerEvent>>>> byTag = new LinkedHashMap<>();
        private boolean byChangesOnly;

        @Override
        public List<RecordedEvent<LedgerEvent>> with(EventTag tag) {
            if (byChangesOnly && !tag.tellsWhatChanges() && !tag.isShared()) {
                throw new IllegalStateException("a replay knows events by what they change or share, not by " + tag);
            }
            List<Supplier<RecordedEvent<LedgerEvent>>> events = byTag.getOrDefault(tag, List.of());
            List<RecordedEvent<LedgerEvent>> decoded = new ArrayList<>(events.size());
            events.forEach(event -> decoded.add(event.get()));
            return decoded;
        }

        @Override
        public void add(RecordedEvent<LedgerEvent> next) {
            Supplier<RecordedEvent<LedgerEvent>> decoded = () -> next;
            next.event().tags().forEach(tag -> add(tag, decoded));
        }

        /** Takes in the next event by what it changes or shares alone. */
        void add(EncodedEvent next, List<EventTag> tags) {
            byChangesOnly = true;
            tags.forEach(tag -> add(tag, next));
        }

        private void add(EventTag tag, Supplier<RecordedEvent<LedgerEvent>> event) {
            byTag.computeIfAbsent(tag, none -> new ArrayList<>(1)).add(event);
        }

        /** The tags of one key, in the order in which their first events were recorded. */
        Stream<EventTag> tags(String key) {
            return byTag.keySet().stream().filter(tag -> tag.key().equals(key));
        }
    }
}
