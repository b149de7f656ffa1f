package org.claimsledger.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A ledger's events in a folder of one's own: opened by one process at a time, written through Axon's engine. */
public final class LedgerStore implements AutoCloseable {

    /**
     * Opens the ledger in {@code folder}, or begins one where the folder is absent or empty.
     *
     * @param converter gives payloads as canonical JSON bytes and reads them again
     * @param clock the time of recording, of which the ledger makes a strictly rising one
     * @throws StoreRefused where the folder is not one to write to
     */
    public static LedgerStore open(Path folder, Converter converter, InstantSource clock) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** For Axon: appends, sources and streams. */
    public EventStorageEngine engine() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** For everyone who reads events as bytes. */
    public EventLog log() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The ledger's own id, a ULID in lower case, given when it was begun. */
    public String ledger() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A clean stop: what waits is written, then all is on disk and compact. A second call does nothing. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("not built yet");
    }
}
