package org.claimsledger.projection.table;

import org.jspecify.annotations.Nullable;

/** Takes the rows that a projection adds. */
@FunctionalInterface
public interface RowSink {

    /** @param values one for each column, in their order: numbers, booleans, texts, bytes, or null */
    void add(Table table, @Nullable Object... values);
}
