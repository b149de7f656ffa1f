package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.sql.BulkEventWriter;
import org.claimsledger.store.sql.EventTypeDictionary;
import org.claimsledger.store.sql.EventWriter;
import org.claimsledger.store.sql.TagDictionary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A restoration into a folder. Events go straight into the tables, without journal and sync, since all of it is begun
 * again where it breaks off; the journal begins where they end.
 */
public final class H2Restoration implements Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(H2Restoration.class);

    private static final Disk DISK = JournalFile::onDisk;

    private final DataFolder folder;
    private final String ledger;
    private final H2File file;
    private final BulkEventWriter tables;
    private LedgerEnd end = LedgerEnd.EMPTY;
    private boolean closed;

    private H2Restoration(DataFolder folder, String ledger, H2File file, int cachedTagIds) throws SQLException {
        this.folder = folder;
        this.ledger = ledger;
        this.file = file;
        this.tables = tables(file.connect(), cachedTagIds);
    }

    private static BulkEventWriter tables(Connection connection, int cachedTagIds) throws SQLException {
        connection.setAutoCommit(false);
        return new BulkEventWriter(connection, cachedTagIds, connection::commit);
    }

    public static Restoration begin(Path wanted, InstantSource clock) {
        return begin(wanted, clock, BulkEventWriter.CACHED_TAG_IDS);
    }

    /** @param cachedTagIds how many tags' ids are kept in memory */
    public static Restoration begin(Path wanted, InstantSource clock, int cachedTagIds) {
        try {
            DataFolder folder = DataFolder.acquire(wanted);
            try {
                requireNoLedger(folder);
                return begun(folder, folder.beginCreation(clock).ledgerId(), cachedTagIds);
            } catch (IOException | SQLException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, wanted, "The folder " + wanted + " cannot be read and written: " + e, e);
        }
    }

    private static void requireNoLedger(DataFolder folder) {
        if (folder.marker() != null) {
            throw new StoreRefused(
                    Code.NOT_EMPTY,
                    folder.path(),
                    "The folder " + folder.path() + " holds a ledger already. Events are restored into an empty folder,"
                            + " or one that does not exist yet.");
        }
    }

    private static Restoration begun(DataFolder folder, String ledger, int cachedTagIds) throws SQLException {
        H2File file = new H2File(folder.path(), DISK);
        try {
            file.create(new H2Dialect());
            return new H2Restoration(folder, ledger, file, cachedTagIds);
        } catch (SQLException | RuntimeException e) {
            file.abandon();
            throw e;
        }
    }

    @Override
    public void write(List<RestoredEvent> group) {
        end = LedgerEnd.of(tables.restore(group));
    }

    @Override
    public void complete() {
        try {
            tables.finish();
            Checkpointer checkpointer = new Checkpointer(file, folder.journal(), ledger, DISK, end);
            checkpointer.checkpoint();
            Journal journal = new Journal(
                    folder.journal(), ledger, 0, StoreLimits.DEFAULTS.segmentBytes(), DISK, checkpointer::checkpoint);
            journal.begin(end);
            folder.completeCreation();
            EventWriter stored = new EventWriter(file.connect(), new EventTypeDictionary(), new TagDictionary(1));
            new JournaledGroupStore(journal, stored, checkpointer, end).end(file);
            folder.close();
            closed = true;
        } catch (IOException | SQLException e) {
            throw new StoreStopped("The ledger in " + folder.path() + " could not be completed: " + e, e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            file.abandon();
            try (folder) {
                folder.discardUnfinished();
            } catch (IOException e) {
                LOG.warn("What was restored in vain is still in {}; the next restore clears it away", folder.path(), e);
            }
        }
    }
}
