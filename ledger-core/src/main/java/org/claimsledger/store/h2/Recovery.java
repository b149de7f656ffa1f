package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.EventWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal and the tables say of each other after a stop. First both are read and compared; only what agrees is
 * then brought up, so that a ledger is never opened at an older state than was acknowledged. What is refused is left
 * as it was.
 *
 * <p>After a stop that was not clean nothing is believed of the tables but the state that the last checkpoint vouches
 * for: it holds whole groups and was on disk. They are put back to it, and everything after it comes from the journal.
 * What H2 saved later may hold half a group, or parts of which some never reached the disk; it only serves to notice a
 * journal that lost its end.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** How many of the last events are hashed again at each start. */
    private static final int REHASHED_EVENTS = 1_000;

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
    private final String ledgerId;
    private final Disk disk;
    private LedgerEnd base = LedgerEnd.EMPTY;
    private LedgerEnd tablesEnd = LedgerEnd.EMPTY;
    private LedgerEnd journalEnd = LedgerEnd.EMPTY;
    private long lastSegment;
    private boolean lastRecordTorn;
    private boolean lastSegmentInUse;

    Recovery(DataFolder folder, String ledger, Disk disk) {
        this.folder = folder;
        this.ledgerId = ledger;
        this.disk = disk;
    }

    /** The end of the ledger, once it is brought up. */
    LedgerEnd end() {
        return journalEnd;
    }

    /** The number of the newest journal segment. */
    long lastSegment() {
        return lastSegment;
    }

    /** Compares, and refuses what contradicts. Then the tables are at the state that the mark names. */
    void compareJournalWithTables() throws IOException {
        String file = disk.nameForH2(H2File.path(folder.path()));
        CheckpointMark mark = mark();
        try {
            readJournal(group -> {});
            if (mark == null) {
                requireCleanStop();
                compareTables(null);
                return;
            }
            requireNothingBeyondTheJournal();
        } catch (StoreRefused | IOException e) {
            throw e;
        } catch (Exception e) {
            throw damagedEvents("cannot be read (" + e.getMessage() + ")", e);
        }
        List<H2FileState.FileRegion> found = mark.state().currentRegions(file);
        boolean agreed = false;
        try {
            H2FileState.overwrite(file, mark.state().regions());
            compareTables(mark);
            agreed = true;
        } finally {
            if (!agreed) {
                H2FileState.overwrite(file, found);
            }
        }
    }

    private @Nullable CheckpointMark mark() throws IOException {
        CheckpointMark mark = CheckpointMark.read(folder.journal());
        if (mark != null && !mark.ledgerId().equals(ledgerId)) {
            throw damagedJournal(CheckpointMark.path(folder.journal()), "belongs to another ledger");
        }
        return mark;
    }

    /** The mark is only taken away when all is in the tables and the journal is left empty. */
    private void requireCleanStop() {
        if (lastSegmentInUse || journalEnd.position() > base.position()) {
            throw damagedJournal(CheckpointMark.path(folder.journal()), "is missing");
        }
    }

    /** From here on the file is written to, and the process may stop at any moment. */
    private void markCurrentState(Connection tables) throws SQLException, IOException {
        H2FileState state = H2File.cleanlyStopped(tables, folder.path(), disk);
        if (state == null) {
            throw damagedEvents("was not stopped cleanly, but its journal was", null);
        }
        new CheckpointMark(ledgerId, tablesEnd, state).write(folder.journal(), disk);
    }

    /**
     * Refuses where the tables were once ahead of the journal: a group is only committed once the journal has it. The
     * state that H2 saved last may be unreadable, and then it shows nothing.
     */
    private void requireNothingBeyondTheJournal() {
        long last = 0;
        try (Connection tables = H2File.readOnly(folder.path(), disk);
                PreparedStatement select = tables.prepareStatement(EXTENT);
                ResultSet row = select.executeQuery()) {
            row.next();
            last = row.getLong(2);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The state that H2 saved last cannot be read", e);
        }
        if (last > journalEnd.position()) {
            throw damagedJournal(
                    folder.journal(),
                    "ends at position " + journalEnd.position() + ", but the events go on to position " + last);
        }
    }

    private void compareTables(@Nullable CheckpointMark mark) throws IOException {
        try (Connection tables = H2File.readOnly(folder.path(), disk)) {
            tablesEnd = endOf(tables);
            requireState(mark, tables);
            readJournal(group -> compareGroup(group, tables));
            requireAgreement(tables);
            requireRecentHashes(tables);
            if (mark == null) {
                markCurrentState(tables);
            }
        } catch (StoreRefused | IOException e) {
            throw e;
        } catch (Exception e) {
            throw damagedEvents("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** H2 opens another state by itself if it finds the requested one faulty. */
    private void requireState(@Nullable CheckpointMark mark, Connection tables) throws SQLException {
        if (mark != null && (H2File.version(tables) != mark.state().version() || !tablesEnd.isSameAs(mark.end()))) {
            throw damagedEvents(
                    "is no longer in the state that it had at position "
                            + mark.end().position() + ", from where the journal goes on",
                    null);
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

    private void readJournal(JournalSegment.GroupConsumer groupConsumer) throws Exception {
        List<Path> segments = Journal.segments(folder.journal());
        if (segments.isEmpty()) {
            throw damagedJournal(folder.journal(), "has no files");
        }
        journalEnd = LedgerEnd.EMPTY;
        lastSegment = 0;
        for (Path path : segments) {
            boolean first = path.equals(segments.getFirst());
            try (var segment = JournalSegment.open(path)) {
                requireInOrder(segment, first);
                lastSegmentInUse = segment.header().preallocatedLength() > 0;
                lastRecordTorn = segment.read(group -> {
                    requireNextPosition(group, path);
                    groupConsumer.accept(group);
                    journalEnd = LedgerEnd.of(group.getLast());
                });
            }
            if (lastRecordTorn && !path.equals(segments.getLast())) {
                throw damagedJournal(path, "breaks off before the next one begins");
            }
        }
    }

    private void requireInOrder(JournalSegment segment, boolean first) {
        SegmentHeader header = segment.header();
        if (!header.ledgerId().equals(ledgerId)) {
            throw damagedJournal(segment.path(), "belongs to another ledger");
        }
        if (segment.size() < header.preallocatedLength()) {
            throw damagedJournal(segment.path(), "was cut short");
        }
        if (first) {
            base = header.base();
            journalEnd = base;
        } else if (header.number() != lastSegment + 1 || !header.base().isSameAs(journalEnd)) {
            throw damagedJournal(segment.path(), "does not go on where the one before it ends");
        }
        lastSegment = header.number();
    }

    private void requireNextPosition(List<SequencedEvent> group, Path segment) {
        if (group.getFirst().position() != journalEnd.position() + 1) {
            throw damagedJournal(segment, "has a gap after position " + journalEnd.position());
        }
    }

    /** Events that both have must be equal. */
    private void compareGroup(List<SequencedEvent> group, Connection tables) throws SQLException {
        SequencedEvent last = group.getLast();
        if (last.position() <= tablesEnd.position() && !LedgerEnd.of(last).isSameAs(end(last.position(), tables))) {
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
                            + StoreRefused.RESTORE_ADVICE);
        }
        if (!base.isSameAs(end(base.position(), tables))) {
            throw damagedEvents("has another event at position " + base.position() + " than the journal", null);
        }
        if (tablesEnd.position() > journalEnd.position()) {
            throw damagedJournal(
                    folder.journal(),
                    "ends at position " + journalEnd.position() + ", but the events go on to position "
                            + tablesEnd.position());
        }
    }

    private void requireRecentHashes(Connection tables) throws SQLException {
        try (PreparedStatement select = tables.prepareStatement(LAST)) {
            select.setLong(1, Math.max(0, tablesEnd.position() - REHASHED_EVENTS));
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

    /** Writes into the tables what only the journal has. */
    void replayJournal(EventWriter tables) throws Exception {
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
                Code.DAMAGED, file, "The events file " + file + " " + how + ". " + StoreRefused.RESTORE_ADVICE, cause);
    }

    private static StoreRefused damagedJournal(Path file, String how) {
        return new StoreRefused(
                Code.DAMAGED, file, "The journal " + file + " " + how + ". " + StoreRefused.RESTORE_ADVICE);
    }
}
