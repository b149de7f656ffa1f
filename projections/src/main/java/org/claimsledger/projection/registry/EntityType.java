package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.projection.run.LazyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A type of entity in the registry, and how its events change its state.
 *
 * @param <S> the state, as a row holds it
 */
interface EntityType<S> {

    /** The name of the type in the tables. */
    String name();

    /** Whether the event is one of this type. */
    boolean owns(LazyEvent event);

    /** The ids of the entities that the event changes. */
    List<String> affectedIds(LazyEvent event);

    /** Whether the event registers its entity, which does not exist before it. */
    boolean registers(LazyEvent event);

    S evolve(String id, @Nullable S before, LazyEvent event);

    SummaryColumns summaryColumns(S state);

    byte[] write(S state);

    S read(byte[] body);

    /** The columns that lists show. */
    record SummaryColumns(
            String label,
            @Nullable String publisher,
            @Nullable String published) {}
}
