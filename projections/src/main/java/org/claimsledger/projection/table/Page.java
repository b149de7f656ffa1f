package org.claimsledger.projection.table;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. A page may be short or even empty, because the work for it is bounded; the list ends only where
 * {@code next} is absent.
 *
 * @param next the {@code after} of the next page; absent at the end of the list
 */
public record Page<T>(List<T> items, @Nullable Long next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}
