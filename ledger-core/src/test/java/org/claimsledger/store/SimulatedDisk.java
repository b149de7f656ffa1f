package org.claimsledger.store;

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
 * A disk that remembers what was synced. Below it are real files, which show what the process sees; beside them it keeps,
 * for each file, what is durable and the writes since, and for each folder the names. It can fail at any operation, and
 * after a power cut it tells what may be left: everything synced, and of the rest anything, in sectors of 512 bytes.
 */
final class SimulatedDisk implements Disk {

    static final int SECTOR = 512;

    private static final Map<Path, SimulatedDisk> DISKS = new ConcurrentHashMap<>();

    /** What is done to a disk. */
    enum Kind {
        WRITE,
        SYNC,
        NAME
    }

    /** Decides about an operation before it is carried out: failing it, or not. */
    @FunctionalInterface
    interface Trouble {
        void before(Kind kind, long number) throws IOException;
    }

    /** How much of what was not synced a power cut leaves. */
    enum Left {
        NOTHING,
        EVERYTHING,
        THE_FIRST,
        ANYTHING
    }

    /** A write or, where it has no bytes, a new length. */
    private record Change(long at, byte[] bytes) {}

    private static final class Inode {

        private byte[] durable;
        private final List<Change> since = new ArrayList<>();

        Inode(byte[] durable) {
            this.durable = durable;
        }

        void sync() {
            durable = with(since);
            since.clear();
        }

        byte[] with(List<Change> changes) {
            byte[] bytes = durable.clone();
            for (Change change : changes) {
                if (change.bytes() == null) {
                    bytes = java.util.Arrays.copyOf(bytes, (int) change.at());
                } else {
                    int end = (int) change.at() + change.bytes().length;
                    if (bytes.length < end) {
                        bytes = java.util.Arrays.copyOf(bytes, end);
                    }
                    System.arraycopy(change.bytes(), 0, bytes, (int) change.at(), change.bytes().length);
                }
            }
            return bytes;
        }
    }

    /** A file that got a name or, without one, lost it. */
    private record Naming(Path path, Inode inode) {}

    private final Path root;
    private final Map<Path, Inode> names = new HashMap<>();
    private final Map<Path, Inode> durableNames = new HashMap<>();
    private final List<List<Naming>> namedSince = new ArrayList<>();
    private Trouble trouble = (kind, number) -> {};
    private boolean off;
    private long operations;

    private SimulatedDisk(Path root) {
        this.root = root;
    }

    /** A disk with everything in a folder; all of it is durable so far. */
    static SimulatedDisk below(Path root) {
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

    synchronized void troubledBy(Trouble next) {
        trouble = next;
    }

    /** From now on nothing is written and nothing acknowledged. */
    synchronized void cutPower() {
        off = true;
    }

    synchronized boolean isOff() {
        return off;
    }

    synchronized long operations() {
        return operations;
    }

    private void begin(Kind kind) throws IOException {
        requirePower();
        operations++;
        trouble.before(kind, operations);
        requirePower();
    }

    private void requirePower() throws IOException {
        if (off) {
            throw new IOException("the power is gone");
        }
    }

    /** What is done to the real file, where the disk lets it through. */
    @FunctionalInterface
    interface Real {
        void run() throws IOException;
    }

    synchronized void write(Path path, ByteBuffer bytes, long at, Real real) throws IOException {
        begin(Kind.WRITE);
        Inode inode = inode(path);
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        real.run();
        inode.since.add(new Change(at, copy));
    }

    synchronized void cut(Path path, long length, Real real) throws IOException {
        begin(Kind.WRITE);
        Inode inode = inode(path);
        real.run();
        inode.since.add(new Change(length, null));
    }

    synchronized void sync(Path path) throws IOException {
        begin(Kind.SYNC);
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
        begin(Kind.NAME);
        JournalFile real = JournalFile.onDisk(path);
        var inode = new Inode(new byte[0]);
        names.put(path, inode);
        namedSince.add(List.of(new Naming(path, inode)));
        return new JournalFile() {
            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                synchronized (SimulatedDisk.this) {
                    begin(Kind.WRITE);
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.duplicate().get(copy);
                    real.write(bytes, at);
                    inode.since.add(new Change(at, copy));
                }
            }

            @Override
            public void sync() throws IOException {
                synchronized (SimulatedDisk.this) {
                    begin(Kind.SYNC);
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
        begin(Kind.NAME);
        Inode inode = inode(from);
        if (Files.exists(to)) {
            inode(to);
        }
        Disk.super.move(from, to);
        names.remove(from);
        names.put(to, inode);
        namedSince.add(List.of(new Naming(from, null), new Naming(to, inode)));
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            begin(Kind.NAME);
            inode(path);
            Disk.super.delete(path);
            names.remove(path);
            namedSince.add(List.of(new Naming(path, null)));
        }
    }

    /** One folder's names are as good as all: what was named before is not named anew by a later operation. */
    @Override
    public synchronized void syncFolder(Path folder) throws IOException {
        begin(Kind.SYNC);
        namedSince.forEach(this::applyDurably);
        namedSince.clear();
    }

    private void applyDurably(List<Naming> namings) {
        apply(namings, durableNames);
    }

    private static void apply(List<Naming> namings, Map<Path, Inode> to) {
        for (Naming naming : namings) {
            if (naming.inode() == null) {
                to.remove(naming.path());
            } else {
                to.put(naming.path(), naming.inode());
            }
        }
    }

    @Override
    public String nameForH2(Path path) {
        return H2OnSimulatedDisk.SCHEME + ":" + path.toAbsolutePath();
    }

    /** Puts what a power cut leaves into another folder. Names are kept in their order, as file systems do. */
    synchronized void leave(Path target, Left left, Random random) throws IOException {
        var found = new LinkedHashMap<>(durableNames);
        int kept = left == Left.NOTHING
                ? 0
                : left == Left.EVERYTHING ? namedSince.size() : random.nextInt(namedSince.size() + 1);
        namedSince.subList(0, kept).forEach(namings -> apply(namings, found));
        copyUntracked(target);
        for (Map.Entry<Path, Inode> file : found.entrySet()) {
            Path to = target.resolve(root.relativize(file.getKey()).toString());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue().with(some(file.getValue().since, left, random)));
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

    private static List<Change> some(List<Change> changes, Left left, Random random) {
        return switch (left) {
            case NOTHING -> List.of();
            case EVERYTHING -> changes;
            case THE_FIRST -> changes.isEmpty() ? changes : changes.subList(0, random.nextInt(changes.size() + 1));
            case ANYTHING -> torn(changes, random);
        };
    }

    /** Some of the changes, and some of those only in part. */
    private static List<Change> torn(List<Change> changes, Random random) {
        int inTen = random.nextInt(11);
        var some = new ArrayList<Change>();
        for (Change change : changes) {
            if (random.nextInt(10) >= inTen) {
                continue;
            }
            if (change.bytes() == null || random.nextBoolean()) {
                some.add(change);
            } else {
                addSectors(change, some, random);
            }
        }
        return some;
    }

    private static void addSectors(Change change, List<Change> some, Random random) {
        long end = change.at() + change.bytes().length;
        for (long from = change.at(); from < end; from = (from / SECTOR + 1) * SECTOR) {
            long to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            if (random.nextBoolean()) {
                some.add(new Change(from, java.util.Arrays.copyOfRange(change.bytes(), (int) (from - change.at()), (int)
                        (to - change.at()))));
            }
        }
    }
}
