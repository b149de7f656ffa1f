package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.tag;
import static org.claimsledger.store.engine.TestEvents.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.h2.H2File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 opens at an older state, without a word, where the newest part of its file is damaged. The ledger is then either
 * brought up whole or refused. It never opens with less than was acknowledged. A page that is damaged elsewhere may
 * show only when it is read, as a failed read.
 */
class DamagedEventsFileTest {

    private static final int EVENTS = 400;

    @TempDir
    Path parent;

    private List<String> acknowledged = List.of();

    @Test
    void aDamagedFileOfALedgerThatCrashedIsBroughtUpOrRefused() throws Exception {
        try (LedgerStore store = open(parent.resolve("ledger"))) {
            fill(store, EVENTS / 2);
        }
        Process process = JavaProcess.start(
                UncleanExitProcess.class, parent.resolve("ledger").toString());
        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(9);
        Path looked = LedgerFolderFiles.copy(parent.resolve("ledger"), parent.resolve("looked"));
        try (LedgerStore store = open(looked)) {
            assertThat(store.log().head()).isEqualTo(EVENTS);
            acknowledged = wholeOf(store);
        }

        assertThat(assertNeverOlder(parent.resolve("ledger")).opened()).isPositive();
    }

    @Test
    void aDamagedFileOfALedgerThatWasStoppedCleanlyIsRefusedWhereItIsOlder() throws Exception {
        for (int session = 0; session < 4; session++) {
            try (LedgerStore store = open(parent.resolve("ledger"))) {
                fill(store, EVENTS / 4);
                acknowledged = wholeOf(store);
            }
        }

        assertThat(assertNeverOlder(parent.resolve("ledger")).refused()).isPositive();
    }

    /** The outcomes for damaged ledgers: opened whole, refused, or opened with a page that could not be read. */
    private record Outcomes(int opened, int refused, int unreadable) {}

    private static LedgerStore open(Path folder) {
        return LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system());
    }

    static void fill(LedgerStore store, int events) {
        for (int i = 0; i < events; i++) {
            append(store, event("{\"n\":\"" + "x".repeat(i % 700) + "\"}", "claim:c" + i % 5, "about:s"));
        }
    }

    /** Everything that a ledger shows of its events: all of them in order, and those found under each tag. */
    private static List<String> wholeOf(LedgerStore store) {
        var whole = new ArrayList<String>();
        for (StoredEvent event : store.log().read(0, Integer.MAX_VALUE)) {
            whole.add(event.position() + " " + event.recordedAt() + " " + event.id() + " " + event.type() + " "
                    + event.version() + " " + text(event.metadata()) + " " + text(event.payload()) + " "
                    + HexFormat.of().formatHex(event.salt()) + " "
                    + HexFormat.of().formatHex(event.hash()));
        }
        for (String name : List.of("claim:c0", "claim:c1", "claim:c2", "claim:c3", "claim:c4", "about:s")) {
            store.log()
                    .readByTag(tag(name), 0, Long.MAX_VALUE)
                    .forEach(event -> whole.add(name + " " + event.position()));
        }
        return whole;
    }

    private Outcomes assertNeverOlder(Path image) throws IOException {
        int opened = 0;
        int refused = 0;
        int unreadable = 0;
        for (int seed = 0; seed < 40; seed++) {
            Path damaged = LedgerFolderFiles.copy(image, parent.resolve("damaged" + seed));
            String how = damage(H2File.path(damaged), new Random(seed), seed);
            try (LedgerStore store = open(damaged)) {
                opened++;
                assertThat(store.log().head()).as(how).isEqualTo(EVENTS);
                assertThat(wholeOf(store)).as(how).isEqualTo(acknowledged);
            } catch (StoreUnreadable e) {
                unreadable++;
            } catch (StoreRefused e) {
                refused++;
                assertThat(e.getMessage()).contains(damaged.toString());
            }
        }
        return new Outcomes(opened, refused, unreadable);
    }

    /** Damages the end of the file, where its newest parts are, in one of several ways. */
    private static String damage(Path file, Random random, int seed) throws IOException {
        long size = Files.size(file);
        long at = Math.max(8192, size - 1 - random.nextInt((int) Math.min(size - 8192, 64 * 1024)));
        int kind = seed % 4;
        switch (kind) {
            case 0 -> LedgerFolderFiles.flipBytes(file, at, (int) Math.min(512, size - at));
            case 1 -> LedgerFolderFiles.truncate(file, at);
            case 2 -> LedgerFolderFiles.zeroBytes(file, at / 4096 * 4096, Math.min(size, at / 4096 * 4096 + 4096));
            default -> {
                LedgerFolderFiles.truncate(file, size / 4096 * 4096 - 4096L * (1 + random.nextInt(4)));
                LedgerFolderFiles.flipBytes(file, 100, 1);
            }
        }
        return "kind " + kind + " at " + at + " of " + size;
    }
}
