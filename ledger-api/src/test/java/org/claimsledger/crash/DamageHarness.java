package org.claimsledger.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.claimsledger.api.operation.Fields;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.api.operation.StrictJson;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.verify.LogVerification;
import org.springframework.util.FileSystemUtils;

/**
 * Damages a file of a ledger's folder at random: bits, zeroed blocks, lost ends, an older copy of the one file beside
 * all others as they are. Then opens the folder and verifies it. The outcome is one of: refused at the start, found by
 * {@code verify}, or harmless, which means that every event and every tag is as it was.
 *
 * <p>The folder is once that of a clean stop and once that of a kill. A damage that makes the end of a killed ledger's
 * journal look as if it had never been written cannot be told from a power cut, and is counted for itself.
 *
 * <p>Arguments: a folder that is absent or empty, a number of damages, a seed.
 */
public final class DamageHarness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int COPIES = 50;

    /** The outcome of a damage. */
    private enum DamageOutcome {
        REFUSED,
        FOUND,
        HARMLESS,
        END_OF_JOURNAL,
        UNNOTICED
    }

    private final Path folder;
    private final Random random;
    private final ExecutorService bounded = Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().daemon(true).unstarted(task));
    private final List<String> undamagedContents;

    private DamageHarness(Path folder, long seed) throws Exception {
        this.folder = folder;
        this.random = new Random(seed);
        this.undamagedContents = createLedger();
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println(run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2])));
        System.exit(0);
    }

    static String run(Path folder, int damages, long seed) throws Exception {
        Files.createDirectories(folder);
        var harness = new DamageHarness(folder, seed);
        Map<DamageOutcome, Integer> damageOutcomes = new EnumMap<>(DamageOutcome.class);
        for (int i = 0; i < damages; i++) {
            damageOutcomes.merge(harness.damage(i), 1, Integer::sum);
            if ((i + 1) % 250 == 0) {
                System.out.println((i + 1) + " " + damageOutcomes);
            }
        }
        return "%d damages, seed %d: %d refused, %d found by verify, %d harmless, %d at the end of a killed journal, %d unnoticed"
                .formatted(
                        damages,
                        seed,
                        damageOutcomes.getOrDefault(DamageOutcome.REFUSED, 0),
                        damageOutcomes.getOrDefault(DamageOutcome.FOUND, 0),
                        damageOutcomes.getOrDefault(DamageOutcome.HARMLESS, 0),
                        damageOutcomes.getOrDefault(DamageOutcome.END_OF_JOURNAL, 0),
                        damageOutcomes.getOrDefault(DamageOutcome.UNNOTICED, 0));
    }

    /** Three sessions, with a copy of the folder after each, and one of the third while it runs. */
    private List<String> createLedger() throws Exception {
        Path ledger = folder.resolve("growing");
        var requestGenerator = new RequestGenerator("d");
        for (int session = 0; session < 3; session++) {
            try (Ledger open = Ledger.open(ledger, InstantSource.system());
                    ReadModels readModels = ReadModels.open(ledger.resolve("projections"), open.log(), open.id())) {
                if (session == 0) {
                    submit(open, requestGenerator.initialImport(), requestGenerator);
                }
                for (int i = 0; i < 40; i++) {
                    submit(open, requestGenerator.next(random), requestGenerator);
                }
                awaitApplied(readModels, open.log().head());
                if (session == 2) {
                    copyWhileItRuns(ledger, folder.resolve("killed"));
                    copyWhileItRuns(ledger, folder.resolve("older-killed"));
                }
            }
            copy(ledger, folder.resolve(session == 2 ? "stopped" : "older" + session));
        }
        try (Ledger open = Ledger.open(ledger, InstantSource.system())) {
            return contentsOf(open.log());
        }
    }

    private static void submit(
            Ledger ledger, RequestGenerator.GeneratedRequest generatedRequest, RequestGenerator requestGenerator) {
        if (generatedRequest.isImport()) {
            int line = 0;
            for (String text : generatedRequest.body().split("\n")) {
                ledger.submit(
                        Request.by("admin", "r-" + generatedRequest.tokens().get(line++), command(text)));
            }
            requestGenerator.addAcknowledged(generatedRequest);
        }
    }

    private static LedgerCommand command(String line) {
        var object = StrictJson.readObject(line.getBytes(StandardCharsets.UTF_8));
        String op = Fields.string(object.remove("op"));
        object.remove("importKey");
        return OperationTable.readCommand(op, Fields.of(object));
    }

    private DamageOutcome damage(int number) throws Exception {
        boolean killed = random.nextInt(3) > 0;
        Path damaged = folder.resolve("damaged" + number);
        copy(folder.resolve(killed ? "killed" : "stopped"), damaged);
        List<Path> files;
        try (Stream<Path> paths = Files.walk(damaged)) {
            files = paths.filter(path -> Files.isRegularFile(path)
                            && !path.endsWith("lock")
                            && !path.endsWith("admin-token")
                            && !path.toString().endsWith(".tmp"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        String how = damaged.relativize(file) + " of a " + (killed ? "killed" : "stopped") + " ledger: "
                + corrupt(file, damaged.relativize(file));
        DamageOutcome damageOutcome = outcome(damaged, killed && file.toString().endsWith(".journal"), how);
        if (damageOutcome == DamageOutcome.UNNOTICED) {
            System.out.println("unnoticed: " + how + "; it is left in " + damaged);
        } else {
            CrashHarness.delete(damaged);
        }
        return damageOutcome;
    }

    private String corrupt(Path file, Path name) throws IOException {
        long size = Files.size(file);
        Path older = folder.resolve("older" + random.nextInt(2)).resolve(name);
        int kind = size == 0 ? 3 : random.nextInt(4);
        switch (kind) {
            case 0 -> {
                int bits = 1 + random.nextInt(4);
                for (int i = 0; i < bits; i++) {
                    flip(file, random.nextLong(size));
                }
                return bits + " bits";
            }
            case 1 -> {
                long at = random.nextLong(size) / 512 * 512;
                long length = Math.min(size - at, 512L << random.nextInt(6));
                zero(file, at, length);
                return length + " zeros at " + at + " of " + size;
            }
            case 2 -> {
                long length = random.nextLong(size);
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(length);
                }
                return "cut to " + length + " of " + size;
            }
            default -> {
                if (Files.exists(older)) {
                    Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
                    return "an older copy";
                }
                Files.delete(file);
                return "deleted";
            }
        }
    }

    private void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int one = bytes.read();
            bytes.seek(at);
            bytes.write(one ^ 1 << random.nextInt(8));
        }
    }

    private static void zero(Path file, long at, long length) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(new byte[(int) length]);
        }
    }

    private DamageOutcome outcome(Path damaged, boolean endOfJournal, String how) throws Exception {
        try {
            return withTimeout(() -> verify(damaged, endOfJournal));
        } catch (StoreRefused e) {
            return DamageOutcome.REFUSED;
        } catch (StoreUnreadable e) {
            return DamageOutcome.FOUND;
        } catch (TimeoutException e) {
            throw new AssertionError("no end after " + PATIENCE + ": " + how, e);
        } catch (Exception e) {
            System.out.println("broke off by " + e + ": " + how);
            return DamageOutcome.FOUND;
        }
    }

    private DamageOutcome withTimeout(Callable<DamageOutcome> look) throws Exception {
        try {
            return bounded.submit(look).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private DamageOutcome verify(Path damaged, boolean endOfJournal) throws InterruptedException {
        var faults = new ArrayList<LogVerification.Fault>();
        try (Ledger ledger = Ledger.open(damaged, InstantSource.system());
                ReadModels readModels = ReadModels.open(damaged.resolve("projections"), ledger.log(), ledger.id())) {
            LogVerification.run(ledger.log(), ledger.tagIndex(), null, faults::add, done -> {});
            if (faults.isEmpty()) {
                awaitApplied(readModels, ledger.log().head());
                CompleteHistory history =
                        CompleteHistory.replay(ledger.log(), ledger.log().head(), done -> {});
                TableVerification.run(readModels, history, faults::add, done -> {});
            }
            if (!faults.isEmpty()) {
                return DamageOutcome.FOUND;
            }
            List<String> whole = contentsOf(ledger.log());
            if (whole.equals(undamagedContents)) {
                return DamageOutcome.HARMLESS;
            }
            boolean prefix = whole.size() < undamagedContents.size()
                    && events(whole)
                            .equals(events(undamagedContents)
                                    .subList(0, events(whole).size()));
            return endOfJournal && prefix ? DamageOutcome.END_OF_JOURNAL : DamageOutcome.UNNOTICED;
        }
    }

    private static List<String> events(List<String> whole) {
        return whole.stream().filter(line -> line.startsWith("@")).toList();
    }

    private static void awaitApplied(ReadModels readModels, long head) throws InterruptedException {
        while (!readModels.awaitApplied(head, Duration.ofSeconds(2))) {
            for (ProjectionHealth projectionHealth : readModels.health()) {
                if (!projectionHealth.running()) {
                    throw new IllegalStateException(
                            projectionHealth.name() + " has stopped: " + projectionHealth.lastError());
                }
            }
        }
    }

    /** Every event with everything stored of it, and the positions that are found under each tag. */
    private static List<String> contentsOf(EventLog log) {
        var whole = new ArrayList<String>();
        for (StoredEvent event : log.read(0, Integer.MAX_VALUE)) {
            whole.add("@" + event.position() + " " + event.recordedAt() + " " + event.id() + " " + event.type() + " "
                    + event.version() + " " + new String(event.metadata(), StandardCharsets.UTF_8)
                    + new String(event.payload(), StandardCharsets.UTF_8)
                    + java.util.HexFormat.of().formatHex(event.salt())
                    + java.util.HexFormat.of().formatHex(event.hash()));
        }
        return whole;
    }

    /** Copies the index; if it merges segments meanwhile and deletes the old ones, copies it again. */
    private static void copyWhileItRuns(Path from, Path to) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                copy(from, to);
                return;
            } catch (NoSuchFileException | UncheckedIOException changed) {
                FileSystemUtils.deleteRecursively(to);
                if (tries == COPIES) {
                    throw changed;
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
