package org.claimsledger.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.RecordedTime;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.RecentTags;

/** Reads the tables up to the durable head. */
public final class DurableEventLog implements EventLog {

    private final EventReader reader;
    private final RecentTags recent;
    private final LedgerHead ledgerHead;
    private final Runnable refresh;

    /** @param refresh moves the head if other nodes have appended */
    public DurableEventLog(EventReader reader, RecentTags recent, LedgerHead ledgerHead, Runnable refresh) {
        this.reader = reader;
        this.recent = recent;
        this.ledgerHead = ledgerHead;
        this.refresh = refresh;
    }

    @Override
    public long head() {
        return ledgerHead.position();
    }

    @Override
    public long refreshedHead() {
        refresh.run();
        return ledgerHead.position();
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        long upTo = ledgerHead.position();
        return after >= upTo || limit <= 0 ? List.of() : reader.storedEvents(Math.max(0, after), upTo, limit);
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return ledgerHead.awaitBeyond(position, timeout);
    }

    @Override
    public long positionAt(Instant instant) {
        long micros = RecordedTime.micros(instant);
        if (micros >= ledgerHead.last().recordedAt()) {
            refresh.run();
        }
        LedgerHead.LastEvent lastEvent = ledgerHead.last();
        return micros >= lastEvent.recordedAt()
                ? lastEvent.position()
                : reader.lastRecordedBy(micros, lastEvent.position());
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        if (position < 1 || position > ledgerHead.position()) {
            return Optional.empty();
        }
        return reader.recordedAt(position).stream()
                .mapToObj(RecordedTime::instant)
                .findFirst();
    }

    @Override
    public List<StoredEvent> readByTag(Tag tag, long after, long upTo) {
        long end = Math.min(upTo, ledgerHead.position());
        long start = Math.max(0, after);
        return recent.lastPositionUpperBound(tag) <= start || start >= end
                ? List.of()
                : reader.storedEvents(tag, start, end);
    }

    @Override
    public long lastPosition(Tag tag) {
        long upTo = ledgerHead.position();
        Long last = recent.lastPosition(tag);
        return last != null && last <= upTo ? last : reader.lastPosition(tag, upTo);
    }
}
