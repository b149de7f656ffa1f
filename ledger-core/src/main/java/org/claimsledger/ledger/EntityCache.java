package org.claimsledger.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.EventTag;
import org.claimsledger.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * States that were folded before, each with the position up to which it holds. What came after is always sourced, and the
 * condition of the append covers it: a stale entry costs time, never truth.
 */
final class EntityCache {

    /** The heap reserved for one state; a small one takes about a tenth of it. */
    private static final int BYTES_FOR_ONE = 16 << 10;

    private static final long MOST = 200_000;

    /** A state up to a position. */
    record CachedState<S>(S state, long position) {}

    private final Cache<EventTag, CachedState<?>> states = Caffeine.newBuilder()
            .maximumWeight(Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_FOR_ONE, 1_000, MOST))
            .<EventTag, CachedState<?>>weigher((eventTag, cachedState) -> weight(cachedState.state()))
            .build();

    /** A claim grows without limit with its evidence and its relations. */
    private static int weight(Object state) {
        return state instanceof Claim claim
                ? 1 + claim.evidence().size() + claim.relations().size() / 4
                : 1;
    }

    /** The approximate number of states. */
    long size() {
        return states.estimatedSize();
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    <S> @Nullable CachedState<S> get(EventTag eventTag) {
        return (CachedState<S>) states.getIfPresent(eventTag);
    }

    /** Whether it has a notice that was not recorded yet when the state was folded, and whose date may depend on that. */
    private static boolean awaitsItsTime(Object state) {
        return state instanceof Source source
                && source.notices().stream()
                        .anyMatch(notice -> notice.recordedAt().equals(Instant.MAX));
    }

    <S> void put(EventTag eventTag, @Nullable S state, long position) {
        if (state == null || state instanceof IdempotencyRecord || awaitsItsTime(state)) {
            return;
        }
        states.asMap()
                .merge(
                        eventTag,
                        new CachedState<>(state, position),
                        (before, now) -> before.position() > now.position() ? before : now);
    }
}
