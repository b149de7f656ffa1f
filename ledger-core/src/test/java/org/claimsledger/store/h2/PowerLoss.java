package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.Receipt;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.TestEvents;
import org.claimsledger.store.h2.SimulatedDisk.PowerLossOutcome;

/**
 * Cuts the power at a random operation of the disk: while a ledger is written, checkpointed, stopped, or brought up
 * after an earlier cut. Then opens the ledger on what the disk may have kept: all that was synced, and of the rest
 * nothing, everything, the first writes, or any writes and sectors. Everything that was acknowledged must be there.
 *
 * <p>Arguments: a folder that is absent or empty, a number of cuts, a seed. Each cut is looked at in four ways.
 */
final class PowerLoss {

    /** The length of a segment: small, so that checkpoints come every few groups. */
    private static final StoreLimits SMALL = new StoreLimits(1_000, 1_000, 64 << 10);

    private static final int WRITERS = 3;

    private final Path folder;
    private final Random random;
    private final Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();
    private int images;

    PowerLoss(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int cuts = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        int images = 0;
        long events = 0;
        for (int i = 0; i < cuts; i++) {
            var one = new PowerLoss(folder.resolve("cut" + i), seed + i);
            try {
                one.run();
            } catch (AssertionError | Exception e) {
                System.out.println("seed " + (seed + i) + ": " + e + "; its files are left in " + folder);
                throw e;
            }
            images += one.images;
            events += one.acknowledged.size();
            delete(folder);
            if ((i + 1) % 100 == 0) {
                System.out.println(i + 1 + " cuts, " + images + " images opened, " + events + " events acknowledged");
            }
        }
        System.out.println(cuts + " cuts, " + images + " images opened, " + events
                + " events acknowledged: none lost, none doubled, none half");
    }

    /** One cut, and for each image of it perhaps another one while it is brought up. */
    void run() throws Exception {
        Path running = Files.createDirectories(folder.resolve("running"));
        SimulatedDisk disk = SimulatedDisk.rootedAt(running);
        try {
            LedgerStore store = open(running, disk);
            cutAfter(disk, 1 + random.nextInt(400));
            write(store, disk);
            closed(store);
            for (PowerLossOutcome powerLossOutcome : PowerLossOutcome.values()) {
                Path image = folder.resolve("left-" + powerLossOutcome);
                disk.writeImageAfterPowerLoss(image, powerLossOutcome, random);
                look(image);
            }
        } finally {
            disk.remove();
        }
    }

    private static void cutAfter(SimulatedDisk disk, int operations) {
        long last = disk.operations() + operations;
        disk.injectFaults((diskOperation, number) -> {
            if (number > last) {
                disk.cutPower();
            }
        });
    }

    private LedgerStore open(Path path, Disk disk) {
        return LedgerStore.open(path, TestEvents.TEXT, InstantSource.system(), disk, SMALL);
    }

    /** Appends until the power is gone, or up to this number of events, so that some cuts fall into a clean stop. */
    private void write(LedgerStore store, SimulatedDisk disk) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        int each = 5 + random.nextInt(60);
        int longest = 1 << random.nextInt(4, 15);
        for (int writer = 0; writer < WRITERS; writer++) {
            var own = new Random(random.nextLong());
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < each && !disk.isPoweredOff(); i++) {
                        append(store, own, longest);
                    }
                } catch (StoreStopped | StoreUnreadable e) {
                    // The power is gone.
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Events that say in their payload which tags they have. */
    private void append(LedgerStore store, Random own, int longest) {
        int count = 1 + own.nextInt(4);
        var payloads = new String[count];
        Receipt receipt = TestEvents.append(
                store,
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> {
                            String tags = "claim:c" + own.nextInt(40) + " about:s" + own.nextInt(5);
                            payloads[i] = tags + " " + own.nextLong() + " " + "x".repeat(own.nextInt(longest));
                            return TestEvents.event(payloads[i], tags.split(" "));
                        })
                        .toArray(org.axonframework.eventsourcing.eventstore.TaggedEventMessage<?>[]::new));
        for (int i = 0; i < count; i++) {
            acknowledged.put(receipt.events().get(i).position(), payloads[i]);
        }
    }

    private static void closed(LedgerStore store) {
        try {
            store.close();
        } catch (StoreStopped e) {
            // The power is gone.
        }
    }

    /** Opens an image, perhaps with the power cut again on the way, and at last looks at everything. */
    private void look(Path image) throws Exception {
        Path whole = image;
        for (int again = 0; again < 2 && random.nextInt(3) == 0; again++) {
            Path next = image.resolveSibling(image.getFileName() + "-" + again);
            SimulatedDisk disk = SimulatedDisk.rootedAt(whole);
            try {
                cutAfter(disk, random.nextInt(60));
                openAndStop(whole, disk);
                disk.cutPower();
                disk.writeImageAfterPowerLoss(
                        next, PowerLossOutcome.values()[random.nextInt(PowerLossOutcome.values().length)], random);
            } finally {
                disk.remove();
            }
            whole = next;
        }
        images++;
        try (LedgerStore store = open(whole, JournalFile::onDisk)) {
            requireEverything(store);
            acknowledgeAnother(store);
        }
        try (LedgerStore store = open(whole, JournalFile::onDisk)) {
            requireEverything(store);
        }
        acknowledged.remove(
                acknowledged.keySet().stream().reduce((first, second) -> second).orElseThrow());
    }

    private void openAndStop(Path path, SimulatedDisk disk) {
        try {
            closed(open(path, disk));
        } catch (StoreRefused e) {
            if (!disk.isPoweredOff()) {
                throw e;
            }
        }
    }

    private void acknowledgeAnother(LedgerStore store) {
        long position = TestEvents.append(store, TestEvents.event("claim:c1 about:s1 last", "claim:c1", "about:s1"))
                .last()
                .position();
        acknowledged.put(position, "claim:c1 about:s1 last");
    }

    private void requireEverything(LedgerStore store) {
        var byTag = new TreeMap<String, List<Long>>();
        long position = 0;
        for (StoredEvent event : store.log().read(0, Integer.MAX_VALUE)) {
            position++;
            String payload = TestEvents.text(event.payload());
            require(event.position() == position, "a gap before position " + event.position());
            String expected = acknowledged.getOrDefault(position, payload);
            require(payload.equals(expected), "another event at position " + position);
            require(
                    Arrays.equals(event.hash(), ContentHash.of(event.salt(), event.metadata(), event.payload())),
                    "another hash at position " + position);
            for (String tag : Arrays.copyOf(payload.split(" "), 2)) {
                byTag.computeIfAbsent(tag, none -> new ArrayList<>()).add(position);
            }
        }
        require(position == store.log().head(), "a head of " + store.log().head() + " after position " + position);
        for (long each : acknowledged.keySet()) {
            require(each <= position, "acknowledged and lost: position " + each + ", the end is " + position);
        }
        byTag.forEach((tag, positions) -> require(
                store.log().readByTag(TestEvents.tag(tag), 0, Long.MAX_VALUE).stream()
                        .map(StoredEvent::position)
                        .toList()
                        .equals(positions),
                "another list of events under " + tag));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
