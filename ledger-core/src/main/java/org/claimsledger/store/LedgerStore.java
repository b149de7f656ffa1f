package org.claimsledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's events in a folder of one's own: opened by one process at a time, written through Axon's engine. What was
 * acknowledged is on disk, whatever happens to the process afterwards.
 */
public final class LedgerStore implements AutoCloseable {

    /**
     * Sizes that tests make small.
     *
     * @param segment the length of a journal's segment, in bytes; the first one of each start is a quarter of it
     */
    record Limits(int rememberedTags, int knownTagIds, int segment) {

        static final Limits USUAL = new Limits(100_000, 200_000, 16 << 20);
    }

    private final DataFolder folder;
    private final String ledger;
    private final H2File file;
    private final Connections connections;
    private final JournaledTables tables;
    private final Sequencer sequencer;
    private final Head head;
    private final EventStorageEngine engine;
    private final EventLog log;
    private boolean closed;

    private LedgerStore(
            DataFolder folder,
            String ledger,
            H2File file,
            JournaledTables tables,
            EventTypes types,
            TagIds tagIds,
            LedgerEnd end,
            Converter converter,
            InstantSource clock,
            Limits limits) {
        this.folder = folder;
        this.ledger = ledger;
        this.file = file;
        this.tables = tables;
        Executor answers = Executors.newVirtualThreadPerTaskExecutor();
        head = new Head(new Head.Last(end.position(), end.recordedAt()), answers);
        connections = new Connections(file::connect);
        var reader = new EventReader(connections, types, tagIds, converter);
        var recent = new RecentTags(limits.rememberedTags(), end.position());
        sequencer = new Sequencer(tables, new ConflictCheck(recent, reader), recent, head, clock, answers);
        engine = new JdbcEventStorageEngine(sequencer, reader, recent, head, converter);
        log = new DurableLog(reader, recent, head);
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
        try {
            DataFolder claimed = DataFolder.claim(folder);
            try {
                return new Opening(claimed, disk, limits).store(converter, clock);
            } catch (IOException | RuntimeException e) {
                claimed.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, folder, "The folder " + folder + " cannot be read and written: " + e, e);
        }
    }

    /** The steps from a claimed folder to an open store; where one fails, the file is let go as it is. */
    private record Opening(DataFolder folder, Disk disk, Limits limits) {

        LedgerStore store(Converter converter, InstantSource clock) throws IOException {
            LedgerMarker marker = folder.marker();
            Recovery recovery = marker == null ? null : new Recovery(folder, marker.ledger(), disk);
            if (recovery != null) {
                recovery.examine();
            }
            String ledger =
                    marker != null ? marker.ledger() : folder.begin(clock).ledger();
            H2File file = null;
            try {
                file = new H2File(folder.path(), disk);
                return store(file, ledger, recovery, converter, clock);
            } catch (Exception e) {
                if (file != null) {
                    file.abandon();
                }
                throw e instanceof StoreRefused refused
                        ? refused
                        : new StoreRefused(
                                Code.DAMAGED,
                                H2File.path(folder.path()),
                                "The ledger in " + folder.path() + " could not be opened: " + e,
                                e);
            }
        }

        private LedgerStore store(
                H2File file, String ledger, @Nullable Recovery recovery, Converter converter, InstantSource clock)
                throws Exception {
            if (recovery == null) {
                file.create(new H2Dialect());
            }
            var types = new EventTypes();
            var tagIds = new TagIds(limits.knownTagIds());
            var connection = file.connect();
            types.load(connection);
            var eventTables = new EventTables(connection, types, tagIds);
            if (recovery != null) {
                recovery.bringUp(eventTables);
            }
            LedgerEnd end = recovery == null ? LedgerEnd.EMPTY : recovery.end();
            long lastSegment = recovery == null ? 0 : recovery.lastSegment();
            var checkpoints = new Checkpoints(file, folder.journal(), ledger, disk, end);
            checkpoints.make();
            var journal = new Journal(folder.journal(), ledger, lastSegment, limits.segment(), disk, checkpoints::make);
            journal.begin(end);
            if (recovery == null) {
                folder.begun();
            }
            return new LedgerStore(
                    folder,
                    ledger,
                    file,
                    new JournaledTables(journal, eventTables, checkpoints, end),
                    types,
                    tagIds,
                    end,
                    converter,
                    clock,
                    limits);
        }
    }

    /** For Axon: appends, sources and streams. */
    public EventStorageEngine engine() {
        return engine;
    }

    /** For everyone who reads events as bytes. */
    public EventLog log() {
        return log;
    }

    /** The ledger's own id, a ULID in lower case, given when it was begun. */
    public String ledger() {
        return ledger;
    }

    /**
     * A clean stop: what waits is written, then all is on disk and compact. Where writing had stopped before, the
     * files are left as they are, for the next start to bring up. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sequencer.close();
        head.close();
        connections.close();
        try {
            closeFiles();
        } catch (Exception e) {
            throw new StoreStopped("The ledger in " + folder.path() + " could not be closed cleanly: " + e, e);
        }
    }

    private void closeFiles() throws IOException, SQLException {
        try (folder) {
            if (tables.failed()) {
                tables.close();
                file.abandon();
            } else {
                try {
                    tables.end(file);
                } catch (IOException | SQLException | RuntimeException e) {
                    file.abandon();
                    throw e;
                }
            }
        }
    }
}
