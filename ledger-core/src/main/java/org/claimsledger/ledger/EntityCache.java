package org.claimsledger.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.claimsledger.value.Tag;
import org.jspecify.annotations.Nullable;

/**
 * States that were folded before, each with the position up to which it holds. What came after is always sourced, and the
 * condition of the append covers it: a stale entry costs time, never truth.
 */
final class EntityCache {

    private static final int LARGEST = 200_000;

    /** A state up to a position. */
    record Held<S>(S state, long position) {}

    private final Cache<Tag, Held<?>> states =
            Caffeine.newBuilder().maximumSize(LARGEST).build();

    /** About how many there are. */
    long size() {
        return states.estimatedSize();
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    <S> @Nullable Held<S> get(Tag tag) {
        return (Held<S>) states.getIfPresent(tag);
    }

    <S> void put(Tag tag, @Nullable S state, long position) {
        if (state == null || state instanceof Answered) {
            return;
        }
        states.asMap()
                .merge(
                        tag,
                        new Held<>(state, position),
                        (before, now) -> before.position() > now.position() ? before : now);
    }
}
