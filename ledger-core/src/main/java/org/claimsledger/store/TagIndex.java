package org.claimsledger.store;

import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.Tag;

/** The index of tags as it stands in the tables, to be compared with the events. */
public interface TagIndex {

    /** Takes the entries of the index. */
    @FunctionalInterface
    interface EntryVisitor {

        /** Under {@code tag} the event at {@code position} is found. */
        void visit(Tag tag, long position);
    }

    /**
     * Reads the index once, in its own order.
     *
     * @param faults takes the faults of the index in itself, whatever the events say: entries of a tag that the
     *     dictionary lacks, tags without an event, and tags that are not found by their name, or twice
     */
    void read(EntryVisitor entryVisitor, Consumer<String> faults);
}
