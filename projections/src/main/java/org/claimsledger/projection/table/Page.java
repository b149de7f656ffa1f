package org.claimsledger.projection.table;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. It may be short, even empty, because the work for one page is bounded: only an absent {@code next} ends
 * the list.
 *
 * @param next where the next page begins, to be handed in as {@code after}; absent at the end
 */
public record Page<T>(List<T> items, @Nullable Long next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
