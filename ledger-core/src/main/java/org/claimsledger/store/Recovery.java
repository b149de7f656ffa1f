package org.claimsledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal and the tables say of each other after a stop. First both are read and compared without a change to
 * either; only what agrees is then brought up, so that a ledger is never opened at an older state than was
 * acknowledged.
 *
 * <p>The tables may lack the journal's last groups, since H2 writes late. They never lack what came before the
 * journal, and never have what the journal has not, since a group is committed after it was synced. H2 itself opens
 * at an older state without a word where its newest part is damaged, hence the comparison.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** How many of the last events are hashed again at each start. */
    private static final int REHASHED = 1_000;

    private static final String EXTENT = """
        select count(*), coalesce(max(position), 0) from event
        """;
    private static final String END = """
        select recorded_at, hash from event where position = ?
        """;
    private static final String LAST = """
        select position, metadata, payload, salt, hash from event where position > ? order by position
        """;

    private final DataFolder folder;
    private final String ledger;
    private LedgerEnd base = LedgerEnd.EMPTY;
    private LedgerEnd tablesEnd = LedgerEnd.EMPTY;
    private LedgerEnd journalEnd = LedgerEnd.EMPTY;
    private long lastSegment;
    private boolean torn;

    Recovery(DataFolder folder, String ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /** Where the ledger ends, once it is brought up. */
    LedgerEnd end() {
        return journalEnd;
    }

    /** The number of the newest journal segment. */
    long lastSegment() {
        return lastSegment;
    }

    /** Compares; refuses what contradicts. Nothing is changed. */
    void examine() throws IOException {
        try (Connection tables = H2File.readOnly(folder.path())) {
            tablesEnd = endOf(tables);
            readJournal(group -> compare(group, tables));
            requireAgreement(tables);
            rehash(tables);
        } catch (StoreRefused | IOException e) {
            throw e;
        } catch (Exception e) {
            throw damagedEvents("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private LedgerEnd endOf(Connection tables) throws SQLException {
        try (PreparedStatement select = tables.prepareStatement(EXTENT);
                ResultSet row = select.executeQuery()) {
            row.next();
            if (row.getLong(1) != row.getLong(2)) {
                throw damagedEvents("holds " + row.getLong(1) + " events up to position " + row.getLong(2), null);
            }
            return end(row.getLong(2), tables);
        }
    }

    private static LedgerEnd end(long position, Connection tables) throws SQLException {
        if (position == 0) {
            return LedgerEnd.EMPTY;
        }
        try (PreparedStatement select = tables.prepareStatement(END)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new LedgerEnd(position, row.getLong(1), row.getBytes(2));
            }
        }
    }

    private void readJournal(JournalSegment.Groups groups) throws Exception {
        List<Path> segments = Journal.segments(folder.journal());
        if (segments.isEmpty()) {
            throw damagedJournal(folder.journal(), "has no files");
        }
        journalEnd = LedgerEnd.EMPTY;
        for (Path path : segments) {
            boolean first = path.equals(segments.getFirst());
            try (var segment = JournalSegment.open(path)) {
                requireInOrder(segment, first);
                torn = segment.read(group -> {
                    requireNext(group, path);
                    groups.next(group);
                    journalEnd = LedgerEnd.of(group.getLast());
                });
            }
            if (torn && !path.equals(segments.getLast())) {
                throw damagedJournal(path, "breaks off before the next one begins");
            }
        }
    }

    private void requireInOrder(JournalSegment segment, boolean first) {
        SegmentHeader header = segment.header();
        if (!header.ledger().equals(ledger)) {
            throw damagedJournal(segment.path(), "belongs to another ledger");
        }
        if (first) {
            base = header.base();
            journalEnd = base;
        } else if (header.number() != lastSegment + 1 || !header.base().isAt(journalEnd)) {
            throw damagedJournal(segment.path(), "does not go on where the one before it ends");
        }
        lastSegment = header.number();
    }

    private void requireNext(List<SequencedEvent> group, Path segment) {
        if (group.getFirst().position() != journalEnd.position() + 1) {
            throw damagedJournal(segment, "has a gap after position " + journalEnd.position());
        }
    }

    /** What both have must be the same. */
    private void compare(List<SequencedEvent> group, Connection tables) throws SQLException {
        SequencedEvent last = group.getLast();
        if (last.position() <= tablesEnd.position() && !LedgerEnd.of(last).isAt(end(last.position(), tables))) {
            throw damagedEvents("has another event at position " + last.position() + " than the journal", null);
        }
    }

    private void requireAgreement(Connection tables) throws SQLException {
        if (tablesEnd.position() < base.position()) {
            throw new StoreRefused(
                    Code.BEHIND_JOURNAL,
                    H2File.path(folder.path()),
                    "The events in " + H2File.path(folder.path()) + " end at position " + tablesEnd.position()
                            + ", but the journal begins after position " + base.position()
                            + ": the events in between were acknowledged and are missing. "
                            + JournalSegment.RESTORE);
        }
        if (!base.isAt(end(base.position(), tables))) {
            throw damagedEvents("has another event at position " + base.position() + " than the journal", null);
        }
        if (tablesEnd.position() > journalEnd.position()) {
            throw damagedJournal(
                    folder.journal(),
                    "ends at position " + journalEnd.position() + ", but the events go on to position "
                            + tablesEnd.position());
        }
    }

    private void rehash(Connection tables) throws SQLException {
        try (PreparedStatement select = tables.prepareStatement(LAST)) {
            select.setLong(1, Math.max(0, tablesEnd.position() - REHASHED));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] hash = ContentHash.of(row.getBytes(4), row.getBytes(2), row.getBytes(3));
                    if (!Arrays.equals(hash, row.getBytes(5))) {
                        throw damagedEvents("has other content at position " + row.getLong(1) + " than its hash", null);
                    }
                }
            }
        }
    }

    /** Whether the journal holds anything that is not certain to be on disk in the tables. */
    boolean needsCheckpoint() {
        return torn || journalEnd.position() > base.position();
    }

    /** Writes into the tables what only the journal has. */
    void bringUp(EventTables tables) throws Exception {
        if (journalEnd.position() > tablesEnd.position()) {
            LOG.info(
                    "The last stop was not a clean one: {} events are taken over from the journal",
                    journalEnd.position() - tablesEnd.position());
            readJournal(group -> {
                if (group.getFirst().position() > tablesEnd.position()) {
                    tables.insert(group);
                    tables.commit();
                }
            });
        }
    }

    private StoreRefused damagedEvents(String how, @Nullable Throwable cause) {
        Path file = H2File.path(folder.path());
        return new StoreRefused(
                Code.DAMAGED, file, "The events file " + file + " " + how + ". " + JournalSegment.RESTORE, cause);
    }

    private static StoreRefused damagedJournal(Path file, String how) {
        return new StoreRefused(Code.DAMAGED, file, "The journal " + file + " " + how + ". " + JournalSegment.RESTORE);
    }
}
