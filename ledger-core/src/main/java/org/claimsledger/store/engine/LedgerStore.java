package org.claimsledger.store.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.store.StoreStatistics;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.TagIndex;
import org.claimsledger.store.append.ConflictCheck;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.RecentTags;
import org.claimsledger.store.append.Sequencer;
import org.claimsledger.store.h2.Disk;
import org.claimsledger.store.h2.H2Backend;
import org.claimsledger.store.h2.H2Restoration;
import org.claimsledger.store.h2.JournalFile;
import org.claimsledger.store.postgres.PostgresBackend;
import org.claimsledger.store.postgres.PostgresRestoration;
import org.claimsledger.store.sql.DurableEventLog;
import org.claimsledger.store.sql.EventReader;
import org.claimsledger.store.sql.StorageBackend;
import org.claimsledger.store.sql.StorageBackend.OpenedLedger;
import org.claimsledger.store.sql.TagIndexReader;

/**
 * A ledger's events, in a folder that one process opens at a time or in a database that several nodes share, written
 * through Axon's engine. What was acknowledged is on disk, whatever happens to the process afterwards.
 */
public final class LedgerStore implements AutoCloseable {

    private final StorageBackend backend;
    private final Sequencer sequencer;
    private final LedgerHead ledgerHead;
    private final EventStorageEngine engine;
    private final EventLog log;
    private final RecentTags recent;
    private boolean closed;

    private LedgerStore(
            StorageBackend storageBackend,
            Converter converter,
            InstantSource clock,
            StoreLimits limits,
            StoreListener listener) {
        this.backend = storageBackend;
        OpenedLedger ledger = storageBackend.ledger();
        Executor answers = Executors.newVirtualThreadPerTaskExecutor();
        ledgerHead = new LedgerHead(ledger.lastEvent(), answers);
        var reader = new EventReader(ledger.connections(), ledger.typeDictionary(), ledger.tagDictionary(), converter);
        recent = new RecentTags(limits.recentTags(), ledgerHead.position());
        sequencer = new Sequencer(
                ledger.groupStore(), new ConflictCheck(recent, reader), recent, ledgerHead, clock, answers, listener);
        engine = new LedgerStorageEngine(sequencer, reader, recent, ledgerHead, storageBackend::refresh, converter);
        log = new DurableEventLog(reader, recent, ledgerHead, storageBackend::refresh);
        storageBackend.listenForAppends(sequencer::appendedElsewhere);
        sequencer.start();
    }

    /**
     * Opens the ledger in {@code folder}, or begins one where the folder is absent or empty.
     *
     * @param converter gives payloads as canonical JSON bytes and reads them again
     * @param clock the time of recording, of which the ledger makes a strictly rising one
     * @throws StoreRefused where the folder is not one to write to
     */
    public static LedgerStore open(Path folder, Converter converter, InstantSource clock) {
        return open(folder, converter, clock, JournalFile::onDisk, StoreLimits.DEFAULTS);
    }

    public static LedgerStore open(
            Path folder, Converter converter, InstantSource clock, Disk disk, StoreLimits limits) {
        return open(folder, converter, clock, disk, limits, StoreListener.NONE);
    }

    static LedgerStore open(
            Path folder,
            Converter converter,
            InstantSource clock,
            Disk disk,
            StoreLimits limits,
            StoreListener listener) {
        return new LedgerStore(H2Backend.open(folder, clock, disk, limits), converter, clock, limits, listener);
    }

    /**
     * Opens the ledger that is there, or begins one where there is nothing yet.
     *
     * @throws StoreRefused where the place is not one to write to
     */
    public static LedgerStore open(
            StoreLocation location, Converter converter, InstantSource clock, StoreListener listener) {
        return switch (location) {
            case StoreLocation.LedgerFolder ledgerFolder ->
                open(ledgerFolder.path(), converter, clock, JournalFile::onDisk, StoreLimits.DEFAULTS, listener);
            case StoreLocation.PostgresDatabase postgresDatabase ->
                new LedgerStore(
                        PostgresBackend.open(postgresDatabase, clock, StoreLimits.DEFAULTS),
                        converter,
                        clock,
                        StoreLimits.DEFAULTS,
                        listener);
        };
    }

    public static LedgerStore open(
            StoreLocation.PostgresDatabase postgresDatabase,
            Converter converter,
            InstantSource clock,
            StoreLimits limits) {
        return new LedgerStore(
                PostgresBackend.open(postgresDatabase, clock, limits), converter, clock, limits, StoreListener.NONE);
    }

    /**
     * Begins a ledger that is to hold the events of another one.
     *
     * @throws StoreRefused where the place is not an empty one
     */
    public static Restoration restore(StoreLocation location, InstantSource clock) {
        return switch (location) {
            case StoreLocation.LedgerFolder ledgerFolder -> H2Restoration.begin(ledgerFolder.path(), clock);
            case StoreLocation.PostgresDatabase postgresDatabase -> PostgresRestoration.begin(postgresDatabase, clock);
        };
    }

    /** For Axon: appends, sources and streams. */
    public EventStorageEngine engine() {
        return engine;
    }

    /** Refuses as {@code StorageFull} while there is too little room to write; reading goes on. */
    public void requireFreeSpace() {
        backend.requireFreeSpace();
    }

    /**
     * Fails as an append would that was sent now: as {@code StorageFull}, {@link StoreStopped}, or, where a database is
     * away, {@code StoreUnavailable} or {@code StoreUnreadable}.
     */
    public void requireWritable() {
        sequencer.requireWritable();
        backend.requireFreeSpace();
        backend.refresh();
    }

    /** The store's state at this moment; cheap enough to be read every few seconds. */
    public StoreStatistics statistics() {
        return new StoreStatistics(
                ledgerHead.position(),
                sequencer.queue().pendingAppends(),
                sequencer.queue().pendingBytes(),
                sequencer.groupWritingNanos(),
                backend.fileBytes(),
                Map.of("tags", (long) recent.size(), "tag_ids", (long)
                        backend.ledger().tagDictionary().size()));
    }

    /** The log, for readers of events as bytes. */
    public EventLog log() {
        return log;
    }

    /** The tag index as it is in the tables, for checks of the tables themselves. */
    public TagIndex tagIndex() {
        return new TagIndexReader(backend.ledger().connections());
    }

    /** The ledger's own id, a ULID in lower case, given when it was begun. */
    public String ledgerId() {
        return backend.ledger().id();
    }

    /**
     * A clean stop: waiting appends are written, then everything is on disk and compact. Where writing had stopped
     * before, files are left as they are, for the next start to bring up. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sequencer.close();
        ledgerHead.close();
        backend.ledger().connections().close();
        try {
            backend.close();
        } catch (Exception e) {
            throw new StoreStopped("The ledger in " + backend + " could not be closed cleanly: " + e, e);
        }
    }
}
