package org.claimsledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.claimsledger.store.LedgerStore.Limits;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 file behind its journal, in a folder that this process has alone. */
final class H2Foundation implements Foundation {

    private static final Logger LOG = LoggerFactory.getLogger(H2Foundation.class);

    private final DataFolder folder;
    private final String ledger;
    private final H2File file;
    private final Connections connections;
    private final EventTypes types;
    private final TagIds tagIds;
    private final JournaledTables tables;
    private final Head.Last end;
    private final Room room;

    private H2Foundation(
            DataFolder folder,
            String ledger,
            H2File file,
            EventTypes types,
            TagIds tagIds,
            JournaledTables tables,
            Head.Last end,
            Room room) {
        this.folder = folder;
        this.room = room;
        this.ledger = ledger;
        this.file = file;
        this.connections = new Connections(file::connect);
        this.types = types;
        this.tagIds = tagIds;
        this.tables = tables;
        this.end = end;
    }

    static H2Foundation open(Path folder, InstantSource clock, Disk disk, Limits limits) {
        try {
            DataFolder claimed = DataFolder.claim(folder);
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

    /** The steps from a claimed folder to open files; where one fails, the file is let go as it is. */
    private record Opening(DataFolder folder, Disk disk, Limits limits) {

        H2Foundation open(InstantSource clock) throws IOException {
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

        private H2Foundation open(H2File file, String ledger, @Nullable Recovery recovery) throws Exception {
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
            var tables = new JournaledTables(journal, eventTables, checkpoints, end);
            return new H2Foundation(
                    folder,
                    ledger,
                    file,
                    types,
                    tagIds,
                    tables,
                    new Head.Last(end.position(), end.recordedAt()),
                    new Room(folder.path(), disk));
        }
    }

    @Override
    public String ledger() {
        return ledger;
    }

    @Override
    public Head.Last end() {
        return end;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public EventTypes types() {
        return types;
    }

    @Override
    public TagIds tagIds() {
        return tagIds;
    }

    @Override
    public Sequencer.Ledger tables() {
        return tables;
    }

    @Override
    public void requireRoom() {
        room.require();
    }

    /** A file that goes away meanwhile is as long as none. */
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

    /** Nobody else appends. */
    @Override
    public void follow(Consumer<Head.Last> news) {}

    @Override
    public void refresh() {}

    /** All is on disk and compact; where writing had stopped before, the files are left as they are. */
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
