package org.claimsledger.store;

import java.util.Map;
import java.util.function.Consumer;

/** What an open store stands on: files that one process has, or a database that several nodes share. */
interface Foundation {

    /** The ledger's own id. */
    String ledger();

    /** How far the ledger went when it was opened. */
    Head.Last end();

    Connections connections();

    EventTypes types();

    TagIds tagIds();

    /** Where groups are written. */
    Sequencer.Ledger tables();

    /** Refuses as {@link StorageFull} while there is too little room; where a database keeps the events, it says so. */
    default void requireRoom() {}

    /** The sizes of its files by what they hold; a database has none that are known here. */
    default Map<String, Long> fileBytes() {
        return Map.of();
    }

    /** Begins to tell how far others have appended; files have no others. */
    void follow(Consumer<Head.Last> news);

    /** Tells it now, where others have appended since it was last told. */
    void refresh();

    /** Lets go of everything, after the last group. */
    void close() throws Exception;
}
