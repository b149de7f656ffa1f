package org.claimsledger.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A walk along links from one thing to all that it leads to. */
public final class Walk {

    private Walk() {}

    /**
     * The start and everything that it leads to, each once and the nearest first. It ends also where links run in a circle,
     * and follows the links of a thing only when the thing after it is asked for.
     */
    public static <T> Stream<T> from(T start, Function<T, ? extends Iterable<T>> links) {
        Set<T> seen = new HashSet<>(Set.of(start));
        Deque<T> open = new ArrayDeque<>();
        return Stream.iterate(start, Objects::nonNull, last -> {
            for (T next : links.apply(last)) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
            return open.poll();
        });
    }
}
