package org.claimsledger.projection.table;

import org.jspecify.annotations.Nullable;

/** Where a projection puts the rows that it adds. */
@FunctionalInterface
public interface RowSink {

    /** @param values one for each column, in their order: numbers, booleans, texts, bytes, or nothing */
    void add(Table table, @Nullable Object... values);
}
