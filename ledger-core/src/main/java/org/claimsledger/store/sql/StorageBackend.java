package org.claimsledger.store.sql;

import java.util.Map;
import java.util.function.Consumer;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.Sequencer;

/** Holds an open store's events: in files that one process has, or in a database that several nodes share. */
public interface StorageBackend {

    OpenedLedger ledger();

    /** Throws {@code StorageFull} while there is too little room; a database refuses by itself. */
    default void requireFreeSpace() {}

    /** The sizes of its files by their content; empty for a database. */
    default Map<String, Long> fileBytes() {
        return Map.of();
    }

    /** Begins to report the last event whenever other nodes append; files have no other nodes. */
    void listenForAppends(Consumer<LedgerHead.LastEvent> news);

    /** Reports the last event now, if other nodes have appended since the last report. */
    void refresh();

    /** Closes everything, after the last group. */
    void close() throws Exception;

    /**
     * The ledger as it was opened, and the ways to read and write it.
     *
     * @param id the ledger's own id
     * @param lastEvent the last event when the ledger was opened
     * @param groupStore the store that groups are written to
     */
    record OpenedLedger(
            String id,
            LedgerHead.LastEvent lastEvent,
            ConnectionPool connections,
            EventTypeDictionary typeDictionary,
            TagDictionary tagDictionary,
            Sequencer.GroupStore groupStore) {}
}
