package org.claimsledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tables, seen no further than the durable head. */
final class DurableLog implements EventLog {

    private final EventReader reader;
    private final RecentTags recent;
    private final Head head;
    private final Runnable refresh;

    /** @param refresh moves the head where other nodes have appended */
    DurableLog(EventReader reader, RecentTags recent, Head head, Runnable refresh) {
        this.reader = reader;
        this.recent = recent;
        this.head = head;
        this.refresh = refresh;
    }

    @Override
    public long head() {
        return head.position();
    }

    @Override
    public long latest() {
        refresh.run();
        return head.position();
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        long upTo = head.position();
        return after >= upTo || limit <= 0 ? List.of() : reader.stored(Math.max(0, after), upTo, limit);
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return head.awaitBeyond(position, timeout);
    }

    @Override
    public long positionAt(Instant instant) {
        long micros = RecordedTime.micros(instant);
        if (micros >= head.last().recordedAt()) {
            refresh.run();
        }
        Head.Last last = head.last();
        return micros >= last.recordedAt() ? last.position() : reader.lastRecordedBy(micros, last.position());
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        if (position < 1 || position > head.position()) {
            return Optional.empty();
        }
        return reader.recordedAt(position).stream()
                .mapToObj(RecordedTime::instant)
                .findFirst();
    }

    @Override
    public List<StoredEvent> source(Tag tag, long after, long upTo) {
        long end = Math.min(upTo, head.position());
        long start = Math.max(0, after);
        return recent.lastAtMost(tag) <= start || start >= end ? List.of() : reader.stored(tag, start, end);
    }

    @Override
    public long lastPosition(Tag tag) {
        long upTo = head.position();
        Long last = recent.last(tag);
        return last != null && last <= upTo ? last : reader.last(tag, upTo);
    }
}
