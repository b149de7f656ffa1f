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
import org.claimsledger.event.EventTags;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/**
 * A log in memory, with the events as they would be read from disk. It hands out a few at a time, so that short histories
 * also make many batches.
 */
final class MemoryLog implements EventLog {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final String name;
    private final int batchLimit;
    private final List<StoredEvent> stored = new ArrayList<>();
    private final List<LedgerEvent> events = new ArrayList<>();

    /** @param name tells apart the events of two logs at the same position */
    MemoryLog(String name) {
        this(name, 7);
    }

    private MemoryLog(String name, int most) {
        this.name = name;
        this.batchLimit = most;
    }

    /** The same log, which hands out as many events as it is asked for. */
    synchronized MemoryLog atOnce() {
        MemoryLog other = new MemoryLog(name, Integer.MAX_VALUE);
        other.catchUp(this, head());
        return other;
    }

    /** Records one more event and says how it reads. */
    synchronized LedgerEvent append(String actor, LedgerEvent event) {
        return append(actor, event, BEGIN.plusSeconds(stored.size() + 1));
    }

    /** The same, with the time at which it is recorded. */
    synchronized LedgerEvent append(String actor, LedgerEvent event, Instant recordedAt) {
        long position = stored.size() + 1;
        String type = EventCatalogue.nameOf(event.getClass());
        byte[] payload = EventJson.bytes(event);
        byte[] metadata = EventJson.MAPPER.writeValueAsBytes(
                Map.of(EventTags.ACTOR, actor, EventTags.REQUEST, "request-" + position));
        stored.add(new StoredEvent(
                position, name + "-" + position, type, "1", recordedAt, metadata, payload, new byte[32], new byte[32]));
        events.add(EventJson.event(type, payload));
        notifyAll();
        return events.getLast();
    }

    /** The log as it was when it held so many events. */
    synchronized MemoryLog upTo(long position) {
        MemoryLog earlier = new MemoryLog(name, batchLimit);
        earlier.catchUp(this, position);
        return earlier;
    }

    /** Takes over what another log holds beyond this one. */
    synchronized void catchUp(MemoryLog further, long position) {
        stored.addAll(further.stored.subList(stored.size(), (int) position));
        events.addAll(further.events.subList(events.size(), (int) position));
        notifyAll();
    }

    /** Whom an event came of. */
    synchronized Provenance provenance(long position) {
        return Provenance.of(stored.get((int) position - 1).metadata());
    }

    synchronized LedgerEvent at(long position) {
        return events.get((int) position - 1);
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
        List<StoredEvent> found = new ArrayList<>();
        for (long position = after + 1; position <= upTo; position++) {
            Set<org.claimsledger.event.EventTag> eventTags = at(position).tags();
            if (eventTags.contains(new org.claimsledger.event.EventTag(tag.key(), tag.value()))) {
                found.add(stored.get((int) position - 1));
            }
        }
        return found;
    }

    @Override
    public synchronized long lastPosition(Tag tag) {
        List<StoredEvent> all = readByTag(tag, 0, head());
        return all.isEmpty() ? 0 : all.getLast().position();
    }
}
