package org.claimsledger.command;

import java.util.List;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every area: which events a command becomes, and what the events of one thing make of it. Pure. Before its
 * first event a thing is absent, so that the initial state is the same in every area: null.
 *
 * @param <C> the area's commands
 * @param <K> what a decision may look up, which is more than the one thing that a command is about
 * @param <S> the state of one thing
 * @param <E> the area's events
 */
public interface Decider<C extends LedgerCommand, K, S, E extends LedgerEvent> {

    /** The events to be recorded; a refusal is thrown. */
    List<E> decide(C command, K lookups);

    /** The state after one more event of the thing. */
    S evolve(@Nullable S before, E event);

    /**
     * The state after one more event of the thing, where it is known when that was recorded. An area in which this makes no
     * difference leaves it as it is.
     */
    default S evolve(@Nullable S before, RecordedEvent<? extends E> recorded) {
        return evolve(before, recorded.event());
    }

    /** The state that all events of a thing leave, in the order of recording; absent where there are none. */
    default @Nullable S fold(Iterable<? extends E> events) {
        S state = null;
        for (E event : events) {
            state = evolve(state, event);
        }
        return state;
    }
}
