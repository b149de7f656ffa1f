package org.claimsledger.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.jspecify.annotations.Nullable;

/** Events that are stored all or none, under a condition, and the answer that somebody waits for. */
final class Append {

    private final long made = System.nanoTime();
    private final AppendCondition condition;
    private final @Nullable Duration patience;
    private final Selection selection;
    private final List<PreparedEvent> events;
    private final long weight;
    private final CompletableFuture<Receipt> answer = new CompletableFuture<>();

    /** @param patience how long it may wait to be written; null for as long as it takes */
    Append(AppendCondition condition, List<PreparedEvent> events, @Nullable Duration patience) {
        this.condition = condition;
        this.patience = patience;
        this.selection = Selection.of(condition.criteria());
        this.events = events;
        this.weight = events.stream().mapToLong(PreparedEvent::weight).sum();
    }

    List<PreparedEvent> events() {
        return events;
    }

    /** About how many bytes it holds. */
    long weight() {
        return weight;
    }

    @Nullable
    Duration patience() {
        return patience;
    }

    /** How much longer it may wait. */
    long nanosLeft() {
        return patience == null ? Long.MAX_VALUE : patience.toNanos() - (System.nanoTime() - made);
    }

    Selection selection() {
        return selection;
    }

    boolean isConditional() {
        return condition.consistencyMarker() != ConsistencyMarker.INFINITY;
    }

    /** The position after which nothing may have happened that fits the selection. */
    long marker() {
        return Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
    }

    ConsistencyMarker consistencyMarker() {
        return condition.consistencyMarker();
    }

    CompletableFuture<Receipt> answer() {
        return answer;
    }
}
