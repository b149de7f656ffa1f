package org.claimsledger.store.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.claimsledger.store.LedgerMarker;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's folder, held by this process alone: {@code ledger.json}, {@code lock}, {@code events.mv.db} and
 * {@code journal}. A folder that is not a ledger, or not one to write to, is refused and left as it is.
 *
 * <p>A ledger is begun under the name {@code ledger.json.new}, which becomes {@code ledger.json} when all else is
 * there. So a beginning that was cut short is known from a ledger that lost its marker, and is simply begun again.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String JOURNAL = "journal";
    private static final String NEW_MARKER = LedgerMarker.NAME + ".new";

    /**
     * The folders open in this process. The system's lock does not tell two owners within one process apart, and
     * closing the lock file a second time would even release the lock of the first.
     */
    private static final Set<Path> OPEN_IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;
    private final @Nullable LedgerMarker marker;

    private DataFolder(Path folder, FileChannel lock, @Nullable LedgerMarker marker) {
        this.folder = folder;
        this.lock = lock;
        this.marker = marker;
    }

    /** Takes the folder for this process, or refuses it and leaves it as it was. */
    static DataFolder acquire(Path wanted) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        requireNameForH2(folder);
        marker(folder);
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!OPEN_IN_THIS_PROCESS.add(real)) {
            throw inUse(folder, "in this process");
        }
        try {
            return locked(real);
        } catch (IOException | RuntimeException e) {
            OPEN_IN_THIS_PROCESS.remove(real);
            throw e;
        }
    }

    /** H2 takes what follows a semicolon in a file's name for a setting. */
    private static void requireNameForH2(Path folder) {
        if (folder.toString().contains(";")) {
            throw new StoreRefused(
                    Code.UNUSABLE,
                    folder,
                    "The folder " + folder + " has a semicolon in its name, which no ledger's " + "folder can have.");
        }
    }

    private static DataFolder locked(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        boolean created = !Files.exists(file);
        FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw inUse(folder, "by another process");
            }
            return new DataFolder(folder, lock, marker(folder));
        } catch (IOException | RuntimeException e) {
            lock.close();
            if (created && e instanceof StoreRefused refused && refused.code() != Code.IN_USE) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    private static StoreRefused inUse(Path folder, String where) {
        return new StoreRefused(Code.IN_USE, folder, "The ledger in " + folder + " is open " + where + " already.");
    }

    /** The folder's marker; null where a ledger may be begun in it. */
    private static @Nullable LedgerMarker marker(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            throw new StoreRefused(Code.FOREIGN, folder, folder + " is not a folder.");
        }
        if (Files.exists(folder.resolve(LedgerMarker.NAME))) {
            LedgerMarker marker = LedgerMarker.read(folder);
            requireFile(H2File.path(folder), "the events");
            requireFile(folder.resolve(JOURNAL), "the journal");
            return marker;
        }
        requireNothingElse(folder);
        return null;
    }

    private static void requireFile(Path file, String what) {
        if (!Files.exists(file)) {
            throw new StoreRefused(
                    Code.DAMAGED,
                    file,
                    "The ledger lacks " + what + ": " + file + " is missing. " + StoreRefused.RESTORE_ADVICE);
        }
    }

    private static void requireNothingElse(Path folder) throws IOException {
        Set<String> names = names(folder);
        boolean begun = names.remove(NEW_MARKER);
        names.remove(LOCK);
        String events = String.valueOf(H2File.path(folder).getFileName());
        if (begun) {
            names.remove(events);
            names.remove(JOURNAL);
        }
        if (names.contains(events) || names.contains(JOURNAL)) {
            Path missing = folder.resolve(LedgerMarker.NAME);
            throw new StoreRefused(
                    Code.DAMAGED,
                    missing,
                    "The ledger has lost its marker: " + missing + " is missing. " + StoreRefused.RESTORE_ADVICE);
        }
        if (!names.isEmpty()) {
            throw new StoreRefused(
                    Code.FOREIGN,
                    folder,
                    "The folder " + folder + " is neither empty nor a ledger: it holds "
                            + names.iterator().next() + ". Name an empty folder, or one that does not exist yet.");
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        }
    }

    Path path() {
        return folder;
    }

    Path journal() {
        return folder.resolve(JOURNAL);
    }

    /** The marker of a ledger that is there; null where one has to be begun. */
    @Nullable
    LedgerMarker marker() {
        return marker;
    }

    /** Notes that a ledger is being begun here, and clears away an earlier beginning that was cut short. */
    LedgerMarker beginCreation(InstantSource clock) throws IOException {
        var fresh = LedgerMarker.create(clock);
        Path file = folder.resolve(NEW_MARKER);
        Files.writeString(file, fresh.json(), UTF_8);
        sync(file);
        deleteUnfinished();
        Files.createDirectories(journal());
        Disk.sync(folder);
        return fresh;
    }

    private void deleteUnfinished() throws IOException {
        Files.deleteIfExists(H2File.path(folder));
        if (Files.exists(journal())) {
            for (String name : names(journal())) {
                Files.delete(journal().resolve(name));
            }
        }
    }

    /** Removes everything that was begun but the lock; an existing ledger stays. */
    void discardUnfinished() throws IOException {
        if (!Files.exists(folder.resolve(LedgerMarker.NAME))) {
            deleteUnfinished();
            Files.deleteIfExists(journal());
            Files.deleteIfExists(folder.resolve(NEW_MARKER));
        }
    }

    /** Completes the beginning: the folder is a ledger from now on. */
    void completeCreation() throws IOException {
        Files.move(folder.resolve(NEW_MARKER), folder.resolve(LedgerMarker.NAME), StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(folder);
        Path parent = folder.getParent();
        if (parent != null) {
            Disk.sync(parent);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        OPEN_IN_THIS_PROCESS.remove(folder);
    }
}
