package org.claimsledger.store.append;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.claimsledger.store.Receipt;
import org.jspecify.annotations.Nullable;

/** Events that are stored all or none, under a condition, and the result that the caller waits for. */
public final class PendingAppend {

    private final long createdNanos = System.nanoTime();
    private final AppendCondition condition;
    private final @Nullable Duration timeout;
    private final EventSelection eventSelection;
    private final List<PreparedEvent> events;
    private final long approximateBytes;
    private final CompletableFuture<Receipt> result = new CompletableFuture<>();

    /** @param patience how long it may wait to be written; null for as long as it takes */
    public PendingAppend(AppendCondition condition, List<PreparedEvent> events, @Nullable Duration patience) {
        this.condition = condition;
        this.timeout = patience;
        this.eventSelection = EventSelection.of(condition.criteria());
        this.events = events;
        this.approximateBytes =
                events.stream().mapToLong(PreparedEvent::approximateBytes).sum();
    }

    List<PreparedEvent> events() {
        return events;
    }

    /** About how many bytes it holds. */
    public long approximateBytes() {
        return approximateBytes;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    /** How much longer it may wait. */
    long remainingNanos() {
        return timeout == null ? Long.MAX_VALUE : timeout.toNanos() - (System.nanoTime() - createdNanos);
    }

    EventSelection selection() {
        return eventSelection;
    }

    boolean isConditional() {
        return condition.consistencyMarker() != ConsistencyMarker.INFINITY;
    }

    /** The position after which no event may match the selection. */
    long markerPosition() {
        return Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
    }

    ConsistencyMarker consistencyMarker() {
        return condition.consistencyMarker();
    }

    CompletableFuture<Receipt> result() {
        return result;
    }
}
