package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.projection.run.LazyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that the directory holds, and how its events make states of it.
 *
 * @param <S> a state, as it is kept in a row
 */
interface EntityType<S> {

    /** What the area is called in the tables. */
    String name();

    /** Whether the event is one of this area's. */
    boolean owns(LazyEvent event);

    /** The ids of what the event changes. */
    List<String> affectedIds(LazyEvent event);

    /** Whether the event registers what it is about, which then was not there before. */
    boolean registers(LazyEvent event);

    S evolve(String id, @Nullable S before, LazyEvent event);

    SummaryColumns summaryColumns(S state);

    byte[] write(S state);

    S read(byte[] body);

    /** What is kept in columns of its own, since lists show it. */
    record SummaryColumns(
            String label,
            @Nullable String publisher,
            @Nullable String published) {}
}
