package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.claimsledger.store.LedgerMarker;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.sql.ConnectionPool;
import org.claimsledger.store.sql.EventTypeDictionary;
import org.claimsledger.store.sql.EventWriter;
import org.claimsledger.store.sql.StorageBackend;
import org.claimsledger.store.sql.TagDictionary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 file behind its journal, in a folder that this process has alone. */
public final class H2Backend implements StorageBackend {

    private static final Logger LOG = LoggerFactory.getLogger(H2Backend.class);

    private final DataFolder folder;
    private final H2File file;
    private final OpenedLedger ledger;
    private final JournaledGroupStore tables;
    private final FreeSpace freeSpace;

    private H2Backend(
            DataFolder folder, H2File file, OpenedLedger ledger, JournaledGroupStore tables, FreeSpace freeSpace) {
        this.folder = folder;
        this.file = file;
        this.ledger = ledger;
        this.tables = tables;
        this.freeSpace = freeSpace;
    }

    public static H2Backend open(Path folder, InstantSource clock, Disk disk, StoreLimits limits) {
        try {
            DataFolder claimed = DataFolder.acquire(folder);
            try {
                return new Opening(claimed, disk, limits).open(clock);
            } catch (IOException | RuntimeException e) {
                claimed.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, folder, "The folder " + folder + " cannot be read and written: " + e, e);
        }
    }

    /** The steps from a claimed folder to open files; if one fails, the file is closed unchanged. */
    private record Opening(DataFolder folder, Disk disk, StoreLimits limits) {

        H2Backend open(InstantSource clock) throws IOException {
            LedgerMarker marker = folder.marker();
            Recovery recovery = marker == null ? null : new Recovery(folder, marker.ledgerId(), disk);
            if (recovery != null) {
                recovery.compareJournalWithTables();
            }
            String ledger = marker != null
                    ? marker.ledgerId()
                    : folder.beginCreation(clock).ledgerId();
            H2File file = null;
            try {
                file = new H2File(folder.path(), disk);
                return open(file, ledger, recovery);
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

        private H2Backend open(H2File file, String ledger, @Nullable Recovery recovery) throws Exception {
            if (recovery == null) {
                file.create(new H2Dialect());
            }
            var types = new EventTypeDictionary();
            var tagDictionary = new TagDictionary(limits.cachedTagIds());
            var connection = file.connect();
            types.load(connection);
            var eventWriter = new EventWriter(connection, types, tagDictionary);
            if (recovery != null) {
                recovery.replayJournal(eventWriter);
            }
            LedgerEnd end = recovery == null ? LedgerEnd.EMPTY : recovery.end();
            long lastSegment = recovery == null ? 0 : recovery.lastSegment();
            var checkpointer = new Checkpointer(file, folder.journal(), ledger, disk, end);
            checkpointer.checkpoint();
            var journal = new Journal(
                    folder.journal(), ledger, lastSegment, limits.segmentBytes(), disk, checkpointer::checkpoint);
            journal.begin(end);
            if (recovery == null) {
                folder.completeCreation();
            }
            var tables = new JournaledGroupStore(journal, eventWriter, checkpointer, end);
            var opened = new OpenedLedger(
                    ledger,
                    new LedgerHead.LastEvent(end.position(), end.recordedAt()),
                    new ConnectionPool(file::connect),
                    types,
                    tagDictionary,
                    tables);
            return new H2Backend(folder, file, opened, tables, new FreeSpace(folder.path(), disk));
        }
    }

    @Override
    public OpenedLedger ledger() {
        return ledger;
    }

    @Override
    public void requireFreeSpace() {
        freeSpace.require();
    }

    /** A file that disappears meanwhile counts as 0 bytes. */
    @Override
    public Map<String, Long> fileBytes() {
        long journal = 0;
        try {
            for (Path segment : Journal.segments(folder.journal())) {
                journal += segment.toFile().length();
            }
        } catch (IOException e) {
            LOG.debug("The journal's files cannot be listed", e);
        }
        return Map.of("events", H2File.path(folder.path()).toFile().length(), "journal", journal);
    }

    /** Does nothing, because nobody else appends. */
    @Override
    public void listenForAppends(Consumer<LedgerHead.LastEvent> news) {}

    @Override
    public void refresh() {}

    /** Leaves everything on disk and compact; if writing had stopped before, the files stay as they are. */
    @Override
    public void close() throws IOException, SQLException {
        try (folder) {
            if (tables.failed()) {
                tables.close();
                file.abandon();
            } else {
                stop();
            }
        }
    }

    private void stop() throws IOException, SQLException {
        try {
            tables.end(file);
        } catch (IOException | SQLException | RuntimeException e) {
            file.abandon();
            throw e;
        }
    }

    @Override
    public String toString() {
        return folder.path().toString();
    }
}
