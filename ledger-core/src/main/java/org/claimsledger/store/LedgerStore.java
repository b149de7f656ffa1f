package org.claimsledger.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * A ledger's events, in a folder that one process opens at a time or in a database that several nodes share, written
 * through Axon's engine. What was acknowledged is on disk, whatever happens to the process afterwards.
 */
public final class LedgerStore implements AutoCloseable {

    /**
     * Sizes that tests make small.
     *
     * @param segment the length of a journal's segment, in bytes; the first one of each start is a quarter of it
     */
    record Limits(int rememberedTags, int knownTagIds, int segment) {

        static final Limits USUAL = new Limits(100_000, 200_000, 8 << 20);
    }

    /**
     * Where a unit of work says how long its append may wait before it is written; without it, as long as it takes. What
     * has waited longer fails with {@link StoreOverloaded}.
     */
    public static final ResourceKey<Duration> PATIENCE = ResourceKey.withLabel("ledgerPatience");

    private final Foundation foundation;
    private final Sequencer sequencer;
    private final Head head;
    private final EventStorageEngine engine;
    private final EventLog log;
    private final RecentTags recent;
    private boolean closed;

    private LedgerStore(
            Foundation foundation, Converter converter, InstantSource clock, Limits limits, StoreListener listener) {
        this.foundation = foundation;
        Executor answers = Executors.newVirtualThreadPerTaskExecutor();
        head = new Head(foundation.end(), answers);
        var reader = new EventReader(foundation.connections(), foundation.types(), foundation.tagIds(), converter);
        recent = new RecentTags(limits.rememberedTags(), head.position());
        sequencer = new Sequencer(
                foundation.tables(), new ConflictCheck(recent, reader), recent, head, clock, answers, listener);
        engine = new JdbcEventStorageEngine(sequencer, reader, recent, head, foundation::refresh, converter);
        log = new DurableLog(reader, recent, head, foundation::refresh);
        foundation.follow(sequencer::heardOf);
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
        return open(folder, converter, clock, JournalFile::onDisk, Limits.USUAL);
    }

    static LedgerStore open(Path folder, Converter converter, InstantSource clock, Disk disk, Limits limits) {
        return open(folder, converter, clock, disk, limits, StoreListener.NONE);
    }

    static LedgerStore open(
            Path folder, Converter converter, InstantSource clock, Disk disk, Limits limits, StoreListener listener) {
        return new LedgerStore(H2Foundation.open(folder, clock, disk, limits), converter, clock, limits, listener);
    }

    /**
     * Opens the ledger that is there, or begins one where there is nothing yet.
     *
     * @throws StoreRefused where the place is not one to write to
     */
    public static LedgerStore open(
            StoreLocation location, Converter converter, InstantSource clock, StoreListener listener) {
        return switch (location) {
            case StoreLocation.Folder folder ->
                open(folder.path(), converter, clock, JournalFile::onDisk, Limits.USUAL, listener);
            case StoreLocation.Database database ->
                new LedgerStore(
                        PostgresFoundation.open(database, clock, Limits.USUAL),
                        converter,
                        clock,
                        Limits.USUAL,
                        listener);
        };
    }

    static LedgerStore open(StoreLocation.Database database, Converter converter, InstantSource clock, Limits limits) {
        return new LedgerStore(
                PostgresFoundation.open(database, clock, limits), converter, clock, limits, StoreListener.NONE);
    }

    /**
     * Begins a ledger that is to hold the events of another one.
     *
     * @throws StoreRefused where the place is not an empty one
     */
    public static Restoration restore(StoreLocation location, InstantSource clock) {
        return switch (location) {
            case StoreLocation.Folder folder -> H2Restoration.begin(folder.path(), clock);
            case StoreLocation.Database database -> PostgresRestoration.begin(database, clock);
        };
    }

    /** For Axon: appends, sources and streams. */
    public EventStorageEngine engine() {
        return engine;
    }

    /** Refuses as {@link StorageFull} while there is too little room to write; reading goes on. */
    public void requireRoom() {
        foundation.requireRoom();
    }

    /**
     * Fails as an append would that was sent now: as {@link StorageFull}, {@link StoreStopped}, or, where a database is
     * away, {@link StoreUnavailable} or {@link StoreUnreadable}.
     */
    public void requireWritable() {
        sequencer.requireWriting();
        foundation.requireRoom();
        foundation.refresh();
    }

    /** How it is at this moment; cheap enough to be asked every few seconds. */
    public StoreFigures figures() {
        return new StoreFigures(
                head.position(),
                sequencer.waiting().appends(),
                sequencer.waiting().bytes(),
                sequencer.writingNanos(),
                foundation.fileBytes(),
                Map.of("tags", (long) recent.size(), "tag_ids", (long)
                        foundation.tagIds().size()));
    }

    /** For everyone who reads events as bytes. */
    public EventLog log() {
        return log;
    }

    /** For whoever checks the tables themselves. */
    public TagIndex tagIndex() {
        return new TagIndexReader(foundation.connections());
    }

    /** The ledger's own id, a ULID in lower case, given when it was begun. */
    public String ledger() {
        return foundation.ledger();
    }

    /**
     * A clean stop: what waits is written, then all is on disk and compact. Where writing had stopped before, files
     * are left as they are, for the next start to bring up. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sequencer.close();
        head.close();
        foundation.connections().close();
        try {
            foundation.close();
        } catch (Exception e) {
            throw new StoreStopped("The ledger in " + foundation + " could not be closed cleanly: " + e, e);
        }
    }
}
