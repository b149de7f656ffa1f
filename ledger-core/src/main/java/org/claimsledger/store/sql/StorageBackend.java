package org.claimsledger.store.sql;

import java.util.Map;
import java.util.function.Consumer;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.Sequencer;

/** What an open store stands on: files that one process has, or a database that several nodes share. */
public interface StorageBackend {

    /** The ledger's own id. */
    String ledgerId();

    /** How far the ledger went when it was opened. */
    LedgerHead.LastEvent lastEvent();

    ConnectionPool connections();

    EventTypeDictionary typeDictionary();

    TagDictionary tagDictionary();

    /** Where groups are written. */
    Sequencer.GroupStore groupStore();

    /** Refuses as {@code StorageFull} while there is too little room; where a database keeps the events, it says so. */
    default void requireFreeSpace() {}

    /** The sizes of its files by what they hold; a database has none that are known here. */
    default Map<String, Long> fileBytes() {
        return Map.of();
    }

    /** Begins to tell how far others have appended; files have no others. */
    void listenForAppends(Consumer<LedgerHead.LastEvent> news);

    /** Tells it now, where others have appended since it was last told. */
    void refresh();

    /** Lets go of everything, after the last group. */
    void close() throws Exception;
}
