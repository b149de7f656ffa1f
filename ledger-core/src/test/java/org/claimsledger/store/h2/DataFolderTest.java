package org.claimsledger.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedMap;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.engine.JavaProcess;
import org.claimsledger.store.engine.LedgerFolderFiles;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.OpenLedgerProcess;
import org.claimsledger.store.engine.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void nameAFolder() {
        folder = parent.resolve("a ledger with ümlauts");
    }

    private LedgerStore open() {
        return LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system());
    }

    private void aLedgerOfThreeEvents() {
        try (LedgerStore store = open()) {
            append(store, event("{}", "claim:c1"), event("{}", "claim:c1"), event("{}", "claim:c2"));
        }
    }

    /** Asserts a refusal with this code that names the file and creates or changes nothing. */
    private void assertRefused(Code code, Path named) {
        SortedMap<String, String> before = LedgerFolderFiles.contents(parent);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(StoreRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.file()).isEqualTo(named);
                })
                .hasMessageContaining(named.toString());

        assertThat(LedgerFolderFiles.contents(parent)).isEqualTo(before);
    }

    @Test
    void aLedgerIsBegunWhereThereIsNoFolderOrAnEmptyOne() throws IOException {
        open().close();
        assertThat(folder.resolve("ledger.json"))
                .content()
                .contains("\"format\" : \"claims-ledger\"", "\"version\" : 1");

        folder = Files.createDirectory(parent.resolve("empty"));
        open().close();
        assertThat(LedgerFolderFiles.contents(folder).keySet())
                .contains("ledger.json", "lock", "events.mv.db", "journal")
                .doesNotContain("ledger.json.new", "events.trace.db");
    }

    @Test
    void aBeginningThatWasCutShortIsBegunAgain() throws IOException {
        open().close();
        Files.move(folder.resolve("ledger.json"), folder.resolve("ledger.json.new"));

        aLedgerOfThreeEvents();

        assertThat(folder.resolve("ledger.json.new")).doesNotExist();
        try (LedgerStore store = open()) {
            assertThat(store.log().head()).isEqualTo(3);
        }
    }

    @Test
    void aFolderOfSomethingElseIsForeign() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("holiday.jpg"), "…");

        assertRefused(Code.FOREIGN, folder);
    }

    @Test
    void aFolderWithASemicolonInItsNameIsNotUsable() {
        folder = parent.resolve("a;b");

        assertRefused(Code.UNUSABLE, folder);
    }

    @Test
    void aFileIsForeign() throws IOException {
        Files.writeString(folder, "…");

        assertRefused(Code.FOREIGN, folder);
    }

    @Test
    void aMarkerOfAnotherFormatIsForeign() throws IOException {
        aLedgerOfThreeEvents();
        Files.writeString(folder.resolve("ledger.json"), "{\"format\":\"hledger\",\"version\":1}");

        assertRefused(Code.FOREIGN, folder);
    }

    @Test
    void aLaterFormatIsNewer() throws IOException {
        aLedgerOfThreeEvents();
        Files.writeString(folder.resolve("ledger.json"), "{\"format\":\"claims-ledger\",\"version\":2}");

        assertRefused(Code.NEWER, folder);
    }

    @Test
    void aMarkerThatCannotBeReadIsDamaged() throws IOException {
        aLedgerOfThreeEvents();
        for (String marker : new String[] {"", "{\"format\":\"claims-", "[]", "{\"format\":\"claims-ledger\"}"}) {
            Files.writeString(folder.resolve("ledger.json"), marker);

            assertRefused(Code.DAMAGED, folder.resolve("ledger.json"));
        }
    }

    @Test
    void aLedgerThatLostItsMarkerIsDamagedAndNotBegunAnew() throws IOException {
        aLedgerOfThreeEvents();
        Files.delete(folder.resolve("ledger.json"));

        assertRefused(Code.DAMAGED, folder.resolve("ledger.json"));
    }

    @Test
    void aLedgerWithoutItsEventsIsDamaged() throws IOException {
        aLedgerOfThreeEvents();
        Files.delete(folder.resolve("events.mv.db"));

        assertRefused(Code.DAMAGED, folder.resolve("events.mv.db"));
    }

    @Test
    void aLedgerWithoutItsJournalIsDamaged() throws IOException {
        aLedgerOfThreeEvents();
        for (Path segment : LedgerFolderFiles.segments(folder)) {
            Files.delete(segment);
        }
        assertRefused(Code.DAMAGED, folder.resolve("journal"));

        Files.delete(folder.resolve("journal"));
        assertRefused(Code.DAMAGED, folder.resolve("journal"));
    }

    @Test
    void theJournalOfAnotherLedgerIsDamage() throws IOException {
        aLedgerOfThreeEvents();
        Path other = folder;
        folder = parent.resolve("second");
        aLedgerOfThreeEvents();
        Path segment = LedgerFolderFiles.segments(folder).getFirst();
        Files.copy(
                LedgerFolderFiles.segments(other).getFirst(),
                segment,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertRefused(Code.DAMAGED, segment);
    }

    @Test
    void anEventsFileThatIsNoneIsDamaged() throws IOException {
        aLedgerOfThreeEvents();
        Files.writeString(folder.resolve("events.mv.db"), "nothing that H2 wrote".repeat(1000));

        assertRefused(Code.DAMAGED, folder.resolve("events.mv.db"));
    }

    @Test
    void anOlderEventsFileIsRefusedSinceWhatCameAfterItIsMissing() throws IOException {
        aLedgerOfThreeEvents();
        byte[] older = Files.readAllBytes(folder.resolve("events.mv.db"));
        aLedgerOfThreeEvents();
        Files.write(folder.resolve("events.mv.db"), older);

        assertRefused(Code.BEHIND_JOURNAL, folder.resolve("events.mv.db"));
    }

    @Test
    void anOlderJournalIsRefusedSinceTheEventsGoFurther() throws IOException {
        aLedgerOfThreeEvents();
        Path older = LedgerFolderFiles.copy(folder.resolve("journal"), parent.resolve("older"));
        aLedgerOfThreeEvents();
        for (Path segment : LedgerFolderFiles.segments(folder)) {
            Files.delete(segment);
        }
        LedgerFolderFiles.copy(older, folder.resolve("journal"));

        assertRefused(Code.DAMAGED, folder.resolve("journal"));
    }

    @Test
    void theSameProcessCannotOpenALedgerTwice() throws Exception {
        try (LedgerStore store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                            .isEqualTo(Code.IN_USE))
                    .hasMessageContaining(folder.toString());
            assertThat(openedElsewhere()).isEqualTo("IN_USE");
            append(store, event("{}"));
        }
        open().close();
    }

    @Test
    void anotherProcessCannotOpenALedgerThatIsOpen() throws Exception {
        try (LedgerStore store = open()) {
            append(store, event("{}"));

            assertThat(openedElsewhere()).isEqualTo("IN_USE");

            append(store, event("{}"));
        }
        assertThat(openedElsewhere()).isEqualTo("head 2");
    }

    private String openedElsewhere() throws Exception {
        Process process = JavaProcess.start(OpenLedgerProcess.class, folder.toString());
        try (var lines = process.inputReader()) {
            String last = lines.lines().reduce("", (earlier, later) -> later);
            process.waitFor();
            return last;
        }
    }
}
