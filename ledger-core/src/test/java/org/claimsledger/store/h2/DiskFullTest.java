package org.claimsledger.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.claimsledger.store.StorageFull;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.engine.LedgerFolderFiles;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.TestEvents;
import org.claimsledger.store.h2.SimulatedDisk.DiskOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {

    private static final StoreLimits SMALL = new StoreLimits(100, 100, 16 << 10);

    @TempDir
    Path parent;

    private LedgerStore open(Path folder, Disk disk) {
        return LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system(), disk, SMALL);
    }

    @Test
    void ofASmallFileSystemOnlyAQuarterIsKeptFree() {
        var room = new AtomicLong(64L << 20);
        try (LedgerStore store = open(parent.resolve("ledger"), disk(room, 256L << 20))) {
            store.requireFreeSpace();

            room.decrementAndGet();
            assertThatThrownBy(store::requireFreeSpace)
                    .isInstanceOf(StorageFull.class)
                    .hasMessageContaining("64 MiB are");
        }
    }

    private static Disk disk(AtomicLong room, long size) {
        return new Disk() {
            @Override
            public JournalFile create(Path path) throws IOException {
                return JournalFile.onDisk(path);
            }

            @Override
            public long usableBytes(Path folder) {
                return room.get();
            }

            @Override
            public long totalBytes(Path folder) {
                return size;
            }
        };
    }

    @Test
    void whereLessRoomIsLeftThanIsKeptFreeWritingIsRefusedAndGoesOnByItself() {
        var room = new AtomicLong(FreeSpace.RESERVED_BYTES);
        Disk disk = disk(room, 100 * FreeSpace.RESERVED_BYTES);
        try (LedgerStore store = open(parent.resolve("ledger"), disk)) {
            store.requireFreeSpace();
            append(store, event("{}"));

            room.set(FreeSpace.RESERVED_BYTES - 1);
            assertThatThrownBy(store::requireFreeSpace)
                    .isInstanceOf(StorageFull.class)
                    .hasMessageContaining("1024 MiB");
            assertThat(store.log().read(0, 10)).hasSize(1);

            room.set(FreeSpace.RESERVED_BYTES);
            store.requireFreeSpace();
            append(store, event("{}"));
            assertThat(store.log().head()).isEqualTo(2);
        }
    }

    /** Whichever write is the first that finds no room: while a ledger is begun, written, stopped or brought up. */
    @Test
    void aDiskThatIsFullAtAnyWriteHarmsNothingThatWasAcknowledged() {
        int found = 0;
        for (int first = 1; first < 160; first += first < 40 ? 1 : 7) {
            found += fullFrom(first) ? 1 : 0;
        }
        assertThat(found).as("disks that were full before all was written").isGreaterThan(40);
    }

    private boolean fullFrom(int first) {
        Path folder = parent.resolve("full" + first);
        SimulatedDisk disk = SimulatedDisk.rootedAt(folder);
        try {
            var met = new AtomicBoolean();
            disk.injectFaults((diskOperation, number) -> {
                if (diskOperation != DiskOperation.SYNC && number >= first) {
                    met.set(true);
                    throw new IOException("no space left on device");
                }
            });
            var acknowledged = new ArrayList<Long>();
            writeWhatFits(folder, disk, acknowledged);
            // A restart is another process; in this one H2 may still have the file, having given up on it half-way.
            Path restarted = LedgerFolderFiles.copy(folder, parent.resolve("restarted" + first));
            try (LedgerStore again = open(restarted, JournalFile::onDisk)) {
                assertWhole(again, acknowledged);
                append(again, event("{}", "claim:c1"));
            }
            return met.get();
        } finally {
            disk.remove();
        }
    }

    /** Every failure is a coded refusal. */
    private void writeWhatFits(Path folder, SimulatedDisk disk, List<Long> acknowledged) {
        LedgerStore store;
        try {
            store = open(folder, disk);
        } catch (StoreRefused e) {
            return;
        }
        try {
            for (int i = 0; i < 40; i++) {
                acknowledged.add(append(store, event("x".repeat(900), "claim:c1", "about:s" + i))
                        .last()
                        .position());
            }
        } catch (StoreStopped e) {
            assertThatThrownBy(() -> append(store, event("{}"))).isInstanceOf(StoreStopped.class);
        }
        try {
            store.close();
        } catch (StoreStopped e) {
            // It could not be stopped cleanly, and says so.
        }
    }

    private static void assertWhole(LedgerStore store, List<Long> acknowledged) {
        long head = store.log().head();
        assertThat(head).isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(store.log().readByTag(tag("claim:c1"), 0, Long.MAX_VALUE))
                .extracting(StoredEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
    }
}
