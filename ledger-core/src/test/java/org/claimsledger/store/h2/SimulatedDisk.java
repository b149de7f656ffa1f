package org.claimsledger.store.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A disk that remembers what was synced. Below it are real files, which show what the process sees; beside them it
 * keeps, for each file, what is durable and the writes since, and for each folder the names. It can fail at any
 * operation, and after a power cut it tells what may be left: everything synced, and of the rest anything, in sectors
 * of 512 bytes.
 */
final class SimulatedDisk implements Disk {

    static final int SECTOR = 512;

    private static final Map<Path, SimulatedDisk> DISKS = new ConcurrentHashMap<>();

    /** The operations of a disk. */
    enum DiskOperation {
        WRITE,
        SYNC,
        NAME
    }

    /** Decides about an operation before it is carried out: failing it, or not. */
    @FunctionalInterface
    interface FaultInjector {
        void before(DiskOperation diskOperation, long number) throws IOException;
    }

    /** How much of the unsynced data a power cut leaves. */
    enum PowerLossOutcome {
        NOTHING,
        EVERYTHING,
        THE_FIRST,
        ANYTHING
    }

    /** A write or, where it has no bytes, a new length. */
    private record FileChange(long at, byte[] bytes) {}

    private static final class Inode {

        private byte[] durable;
        private final List<FileChange> since = new ArrayList<>();

        Inode(byte[] durable) {
            this.durable = durable;
        }

        void sync() {
            durable = with(since);
            since.clear();
        }

        byte[] with(List<FileChange> fileChanges) {
            byte[] bytes = durable.clone();
            for (FileChange fileChange : fileChanges) {
                if (fileChange.bytes() == null) {
                    bytes = java.util.Arrays.copyOf(bytes, (int) fileChange.at());
                } else {
                    int end = (int) fileChange.at() + fileChange.bytes().length;
                    if (bytes.length < end) {
                        bytes = java.util.Arrays.copyOf(bytes, end);
                    }
                    System.arraycopy(fileChange.bytes(), 0, bytes, (int) fileChange.at(), fileChange.bytes().length);
                }
            }
            return bytes;
        }
    }

    /** A file that got a name or, without one, lost it. */
    private record NameChange(Path path, Inode inode) {}

    private final Path root;
    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Path, Inode> durableNames = new HashMap<>();
    private final List<List<NameChange>> unsyncedNameChanges = new ArrayList<>();
    private FaultInjector faultInjector = (diskOperation, number) -> {};
    private boolean poweredOff;
    private long operations;

    private SimulatedDisk(Path root) {
        this.root = root;
    }

    /** A disk with everything in a folder; all of it is durable so far. */
    static SimulatedDisk rootedAt(Path root) {
        H2OnSimulatedDisk.register();
        var disk = new SimulatedDisk(root.toAbsolutePath());
        DISKS.put(disk.root, disk);
        return disk;
    }

    static SimulatedDisk of(Path path) {
        return DISKS.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Forgets this disk; its files stay. */
    void remove() {
        DISKS.remove(root);
    }

    synchronized void injectFaults(FaultInjector next) {
        faultInjector = next;
    }

    /** From now on nothing is written and nothing acknowledged. */
    synchronized void cutPower() {
        poweredOff = true;
    }

    synchronized boolean isPoweredOff() {
        return poweredOff;
    }

    synchronized long operations() {
        return operations;
    }

    private void begin(DiskOperation diskOperation) throws IOException {
        requirePower();
        operations++;
        faultInjector.before(diskOperation, operations);
        requirePower();
    }

    private void requirePower() throws IOException {
        if (poweredOff) {
            throw new IOException("the power is gone");
        }
    }

    /** Operations on the real file, if the disk lets them through. */
    @FunctionalInterface
    interface RealOperation {
        void run() throws IOException;
    }

    synchronized void write(Path path, ByteBuffer bytes, long at, RealOperation realOperation) throws IOException {
        begin(DiskOperation.WRITE);
        Inode inode = inode(path);
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        realOperation.run();
        inode.since.add(new FileChange(at, copy));
    }

    synchronized void truncate(Path path, long length, RealOperation realOperation) throws IOException {
        begin(DiskOperation.WRITE);
        Inode inode = inode(path);
        realOperation.run();
        inode.since.add(new FileChange(length, null));
    }

    synchronized void sync(Path path) throws IOException {
        begin(DiskOperation.SYNC);
        inode(path).sync();
    }

    private Inode inode(Path path) {
        return names.computeIfAbsent(path, there -> {
            try {
                var inode = new Inode(Files.exists(there) ? Files.readAllBytes(there) : new byte[0]);
                durableNames.put(there, inode);
                return inode;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public synchronized JournalFile create(Path path) throws IOException {
        begin(DiskOperation.NAME);
        JournalFile real = JournalFile.onDisk(path);
        var inode = new Inode(new byte[0]);
        names.put(path, inode);
        unsyncedNameChanges.add(List.of(new NameChange(path, inode)));
        return new JournalFile() {
            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                synchronized (SimulatedDisk.this) {
                    begin(DiskOperation.WRITE);
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.duplicate().get(copy);
                    real.write(bytes, at);
                    inode.since.add(new FileChange(at, copy));
                }
            }

            @Override
            public void sync() throws IOException {
                synchronized (SimulatedDisk.this) {
                    begin(DiskOperation.SYNC);
                    inode.sync();
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        begin(DiskOperation.NAME);
        Inode inode = inode(from);
        if (Files.exists(to)) {
            inode(to);
        }
        Disk.super.move(from, to);
        names.remove(from);
        names.put(to, inode);
        unsyncedNameChanges.add(List.of(new NameChange(from, null), new NameChange(to, inode)));
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            begin(DiskOperation.NAME);
            inode(path);
            Disk.super.delete(path);
            names.remove(path);
            unsyncedNameChanges.add(List.of(new NameChange(path, null)));
        }
    }

    /** Syncing one folder syncs the names of all, because no later operation changes a name that was given before. */
    @Override
    public synchronized void syncFolder(Path folder) throws IOException {
        begin(DiskOperation.SYNC);
        unsyncedNameChanges.forEach(this::applyDurably);
        unsyncedNameChanges.clear();
    }

    private void applyDurably(List<NameChange> nameChanges) {
        apply(nameChanges, durableNames);
    }

    private static void apply(List<NameChange> nameChanges, Map<Path, Inode> to) {
        for (NameChange nameChange : nameChanges) {
            if (nameChange.inode() == null) {
                to.remove(nameChange.path());
            } else {
                to.put(nameChange.path(), nameChange.inode());
            }
        }
    }

    @Override
    public String nameForH2(Path path) {
        return H2OnSimulatedDisk.SCHEME + ":" + path.toAbsolutePath();
    }

    /** Puts what a power cut leaves into another folder. Names are kept in their order, as file systems do. */
    synchronized void writeImageAfterPowerLoss(Path target, PowerLossOutcome powerLossOutcome, Random random)
            throws IOException {
        var found = new LinkedHashMap<>(durableNames);
        int kept = powerLossOutcome == PowerLossOutcome.NOTHING
                ? 0
                : powerLossOutcome == PowerLossOutcome.EVERYTHING
                        ? unsyncedNameChanges.size()
                        : random.nextInt(unsyncedNameChanges.size() + 1);
        unsyncedNameChanges.subList(0, kept).forEach(nameChanges -> apply(nameChanges, found));
        copyUntracked(target);
        for (Map.Entry<Path, Inode> file : found.entrySet()) {
            Path to = target.resolve(root.relativize(file.getKey()).toString());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue().with(some(file.getValue().since, powerLossOutcome, random)));
        }
    }

    private void copyUntracked(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Path to = target.resolve(root.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else if (!names.containsKey(path) && !durableNames.containsKey(path)) {
                    Files.copy(path, to);
                }
            }
        }
    }

    private static List<FileChange> some(
            List<FileChange> fileChanges, PowerLossOutcome powerLossOutcome, Random random) {
        return switch (powerLossOutcome) {
            case NOTHING -> List.of();
            case EVERYTHING -> fileChanges;
            case THE_FIRST ->
                fileChanges.isEmpty() ? fileChanges : fileChanges.subList(0, random.nextInt(fileChanges.size() + 1));
            case ANYTHING -> torn(fileChanges, random);
        };
    }

    /** Some of the changes, and some of those only in part. */
    private static List<FileChange> torn(List<FileChange> fileChanges, Random random) {
        int inTen = random.nextInt(11);
        var some = new ArrayList<FileChange>();
        for (FileChange fileChange : fileChanges) {
            if (random.nextInt(10) >= inTen) {
                continue;
            }
            if (fileChange.bytes() == null || random.nextBoolean()) {
                some.add(fileChange);
            } else {
                addSectors(fileChange, some, random);
            }
        }
        return some;
    }

    private static void addSectors(FileChange fileChange, List<FileChange> some, Random random) {
        long end = fileChange.at() + fileChange.bytes().length;
        for (long from = fileChange.at(); from < end; from = (from / SECTOR + 1) * SECTOR) {
            long to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            if (random.nextBoolean()) {
                some.add(new FileChange(
                        from, java.util.Arrays.copyOfRange(fileChange.bytes(), (int) (from - fileChange.at()), (int)
                                (to - fileChange.at()))));
            }
        }
    }
}
