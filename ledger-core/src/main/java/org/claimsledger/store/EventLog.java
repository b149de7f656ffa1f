package org.claimsledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * The read side of the store: all events in the order of their positions, and only those that are durable. No method
 * ever returns an event beyond {@link #head()}, so a reader never sees an event that a crash could take back.
 *
 * <p>Safe for any number of threads. Reads go on after writing has stopped.
 */
public interface EventLog {

    /** The position of the last durable event, 0 if there is none. */
    long head();

    /**
     * The head after a look at the events of other nodes. Where they share a database, {@link #head()} lags a few
     * milliseconds behind them.
     */
    default long refreshedHead() {
        return head();
    }

    /** Up to {@code limit} events after the position {@code after} (0 for the beginning), in order. */
    List<StoredEvent> read(long after, int limit);

    /**
     * Waits until the head is beyond {@code position}.
     *
     * @return true as soon as it is, false after {@code timeout}, or if the store is closed meanwhile
     */
    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException;

    /** The position of the last event recorded at or before {@code instant}, 0 where there is none. */
    long positionAt(Instant instant);

    /** When the event at {@code position} was recorded; empty if the ledger holds no such event. */
    Optional<Instant> recordedAt(long position);

    /** The events that carry {@code tag}, after the position {@code after} and up to and with {@code upTo}, in order. */
    List<StoredEvent> readByTag(Tag tag, long after, long upTo);

    /** The position of the last event that carries {@code tag}, 0 where there is none. */
    long lastPosition(Tag tag);
}
