package org.claimsledger.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.EventTags;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/**
 * A log in memory, with the events as they would be read from disk. It gives few events at a time, so that short
 * histories make many batches too.
 */
final class MemoryLog implements EventLog {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final String name;
    private final int batchLimit;
    private final List<StoredEvent> stored = new ArrayList<>();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<Set<EventTag>> tags = new ArrayList<>();

    /** @param name part of the event ids, so that the events of two logs differ */
    MemoryLog(String name) {
        this(name, 7);
    }

    private MemoryLog(String name, int batchLimit) {
        this.name = name;
        this.batchLimit = batchLimit;
    }

    /** A copy of this log that gives as many events at a time as a caller wants. */
    synchronized MemoryLog atOnce() {
        MemoryLog copy = new MemoryLog(name, Integer.MAX_VALUE);
        copy.catchUp(this, head());
        return copy;
    }

    /** Records an event and returns it as it is read. */
    synchronized LedgerEvent append(String actor, LedgerEvent event) {
        return append(actor, event, BEGIN.plusSeconds(stored.size() + 1));
    }

    /** Records an event at the given time and returns it as it is read. */
    synchronized LedgerEvent append(String actor, LedgerEvent event, Instant recordedAt) {
        long position = stored.size() + 1;
        String type = EventCatalogue.nameOf(event.getClass());
        byte[] payload = EventJson.bytes(event);
        byte[] metadata = EventJson.MAPPER.writeValueAsBytes(
                Map.of(EventTags.ACTOR, actor, EventTags.REQUEST, "request-" + position));
        stored.add(new StoredEvent(
                position, name + "-" + position, type, "1", recordedAt, metadata, payload, new byte[32], new byte[32]));
        events.add(EventJson.event(type, payload));
        tags.add(events.getLast().tags());
        notifyAll();
        return events.getLast();
    }

    /** A copy of this log up to a position. */
    synchronized MemoryLog upTo(long position) {
        MemoryLog earlier = new MemoryLog(name, batchLimit);
        earlier.catchUp(this, position);
        return earlier;
    }

    /** Adds the events that another log has after this one's, up to a position. */
    synchronized void catchUp(MemoryLog further, long position) {
        stored.addAll(further.stored.subList(stored.size(), (int) position));
        events.addAll(further.events.subList(events.size(), (int) position));
        tags.addAll(further.tags.subList(tags.size(), (int) position));
        notifyAll();
    }

    /** The actor and the request of an event. */
    synchronized Provenance provenance(long position) {
        return Provenance.of(stored.get((int) position - 1).metadata());
    }

    synchronized LedgerEvent at(long position) {
        return events.get((int) position - 1);
    }

    /** The tags of an event, which are made out when it is recorded, and not anew for whoever asks. */
    synchronized Set<EventTag> tagsAt(long position) {
        return tags.get((int) position - 1);
    }

    @Override
    public synchronized long head() {
        return stored.size();
    }

    @Override
    public synchronized List<StoredEvent> read(long after, int limit) {
        return List.copyOf(
                stored.subList((int) after, (int) Math.min(stored.size(), after + Math.min(limit, batchLimit))));
    }

    @Override
    public synchronized boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (stored.size() <= position) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized long positionAt(Instant instant) {
        return stored.stream().filter(it -> !it.recordedAt().isAfter(instant)).count();
    }

    @Override
    public synchronized Optional<Instant> recordedAt(long position) {
        return position < 1 || position > stored.size()
                ? Optional.empty()
                : Optional.of(stored.get((int) position - 1).recordedAt());
    }

    @Override
    public synchronized List<StoredEvent> readByTag(Tag tag, long after, long upTo) {
        EventTag eventTag = new EventTag(tag.key(), tag.value());
        List<StoredEvent> tagged = new ArrayList<>();
        for (long position = after + 1; position <= upTo; position++) {
            if (tagsAt(position).contains(eventTag)) {
                tagged.add(stored.get((int) position - 1));
            }
        }
        return tagged;
    }

    @Override
    public synchronized long lastPosition(Tag tag) {
        List<StoredEvent> all = readByTag(tag, 0, head());
        return all.isEmpty() ? 0 : all.getLast().position();
    }
}
