package org.claimsledger.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.engine.LedgerFolderFiles;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.TestEvents;
import org.claimsledger.store.engine.UncleanExitProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * States that H2 saved after the last checkpoint are not trusted. The states are forged: rows taken out of the tables
 * of a ledger that is open, or put into them, then saved by H2 as it saves anything.
 */
class CheckpointRecoveryTest {

    private static final int EVENTS = 30;

    @TempDir
    Path parent;

    private Path folder;
    private LedgerStore store;

    @BeforeEach
    void aLedgerInUse() {
        folder = parent.resolve("ledger");
        store = open(folder);
        append(store, event("{}", "claim:c0", "about:s"));
        store.close();
        store = open(folder);
        for (int i = 1; i < EVENTS; i++) {
            append(store, event("{}", "claim:c" + i, "about:s"));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static LedgerStore open(Path folder) {
        return LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system());
    }

    /** Changes the tables without the ledger's knowledge and lets H2 save them. */
    private void forge(String... statements) throws SQLException {
        try (Connection other = UncleanExitProcess.secondConnection(folder);
                Statement statement = other.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        UncleanExitProcess.saveTables(folder);
    }

    private Path crashed() {
        return LedgerFolderFiles.copy(folder, parent.resolve("crashed"));
    }

    private static void assertWhole(Path crashed) {
        try (LedgerStore again = open(crashed)) {
            assertThat(again.log().head()).isEqualTo(EVENTS);
            assertThat(again.log().read(0, 100)).hasSize(EVENTS);
            assertThat(again.log().readByTag(tag("about:s"), 0, 100))
                    .extracting(StoredEvent::position)
                    .isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
            for (int i = 0; i < EVENTS; i++) {
                assertThat(again.log().lastPosition(tag("claim:c" + i))).isEqualTo(i + 1);
            }
            assertThat(append(again, event("{}", "claim:c3")).last().position()).isEqualTo(EVENTS + 1);
        }
    }

    private static void assertRefused(Path crashed, Code code) {
        SortedMap<String, String> before = LedgerFolderFiles.contents(crashed);
        assertThatThrownBy(() -> open(crashed))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
        assertThat(LedgerFolderFiles.contents(crashed)).isEqualTo(before);
    }

    @Test
    void aGroupOfWhichH2SavedTheEventsButNotTheirTagsIsWholeAgain() throws Exception {
        forge("delete from event_tag where bitand(packed, 1099511627775) > 20");

        assertWhole(crashed());
    }

    @Test
    void aGroupOfWhichH2SavedTheTagsButNotTheirNamesIsWholeAgain() throws Exception {
        forge("delete from tag_by_name", "delete from tag where id > 5");

        assertWhole(crashed());
    }

    @Test
    void aGroupOfWhichH2SavedTheTagsButNotTheEventsIsWholeAgain() throws Exception {
        forge("delete from event where position > 7");

        assertWhole(crashed());
    }

    @Test
    void aGroupThatWasHalfInsertedWhenH2SavedIsWholeAgain() throws Exception {
        try (Connection other = UncleanExitProcess.secondConnection(folder);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into event_tag values (7), (8)");
            UncleanExitProcess.saveTables(folder);
            Path crashed = crashed();
            other.rollback();

            assertWhole(crashed);
        }
    }

    @Test
    void eventsThatTheJournalNeverHadAreDamage() throws Exception {
        forge("insert into event select " + (EVENTS + 1) + ", recorded_at + 1, type, id, metadata, payload, salt, hash"
                + " from event where position = " + EVENTS);

        assertRefused(crashed(), Code.DAMAGED);
    }

    @Test
    void aKillWhileTheLedgerIsBroughtUpLosesNothing() throws Exception {
        Path crashed = crashed();
        for (int times = 0; times < 3; times++) {
            try (LedgerStore again = open(crashed)) {
                assertThat(again.log().head()).isEqualTo(EVENTS);
                LedgerFolderFiles.copy(crashed, parent.resolve("again" + times));
            }
            crashed = parent.resolve("again" + times);
        }
        assertWhole(crashed);
    }

    @Test
    void aStopThatWasCutShortAnywhereLosesNothing() throws Exception {
        Path marked = crashed();
        store.close();
        Path stopped = LedgerFolderFiles.copy(folder, parent.resolve("stopped"));
        assertThat(CheckpointMark.path(stopped.resolve("journal"))).doesNotExist();

        assertWhole(marked);
        assertWhole(stopped);
    }

    @Test
    void aLedgerInUseWithoutItsMarkIsDamaged() throws IOException {
        Path crashed = crashed();
        Files.delete(CheckpointMark.path(crashed.resolve("journal")));

        assertRefused(crashed, Code.DAMAGED);
    }

    @Test
    void anyChangedByteOfTheMarkIsNoticed() throws IOException {
        Path crashed = crashed();
        Path mark = CheckpointMark.path(crashed.resolve("journal"));
        for (long at = 0; at < Files.size(mark); at++) {
            LedgerFolderFiles.flipBytes(mark, at, 1);
            assertThatThrownBy(() -> CheckpointMark.read(crashed.resolve("journal")))
                    .as("byte %d", at)
                    .isInstanceOf(StoreRefused.class);
            LedgerFolderFiles.flipBytes(mark, at, 1);
        }
        assertRefusedWithMarkCutTo(crashed, mark, 100);
    }

    private static void assertRefusedWithMarkCutTo(Path crashed, Path mark, long length) {
        LedgerFolderFiles.truncate(mark, length);
        assertRefused(crashed, Code.DAMAGED);
    }

    @Test
    void anOlderMarkIsRefused() throws IOException {
        Path older = crashed();
        store.close();
        store = open(folder);
        append(store, event("{}", "claim:c1"));
        Path newer = LedgerFolderFiles.copy(folder, parent.resolve("newer"));
        Files.copy(
                CheckpointMark.path(older.resolve("journal")),
                CheckpointMark.path(newer.resolve("journal")),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> open(newer)).isInstanceOf(StoreRefused.class);
    }

    @Test
    void anEventsFileWhoseMarkedStateWasHarmedIsRefused() throws Exception {
        Path crashed = crashed();
        Path events = H2File.path(crashed);
        List<Long> blocks =
                LongStream.range(2, Files.size(events) / 4096).boxed().toList();
        for (long block : blocks) {
            LedgerFolderFiles.zeroBytes(events, block * 4096, block * 4096 + 4096);
        }

        assertRefused(crashed, Code.DAMAGED);
    }

    @Test
    void aJournalThatWasCutShortIsDamagedAndNotTakenForItsEnd() {
        Path crashed = crashed();
        Path segment = LedgerFolderFiles.segments(crashed).getLast();
        LedgerFolderFiles.truncate(segment, SegmentHeader.LENGTH);

        assertRefused(crashed, Code.DAMAGED);
    }
}
