package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The ledger's calls to the disk below it. Tests put a disk here that fails, fills up or loses power. */
@FunctionalInterface
public interface Disk {

    /** A new file to write to. */
    JournalFile create(Path path) throws IOException;

    /** Renames a file, replacing one that has the name already. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    default void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    /** Makes names in a folder durable; does nothing on systems that need no such call. */
    default void syncFolder(Path folder) throws IOException {
        sync(folder);
    }

    /** How many bytes may still be written on the file system of a folder. */
    default long usableBytes(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    /** How many bytes the file system of a folder has in all. */
    default long totalBytes(Path folder) {
        return folder.toFile().getTotalSpace();
    }

    /**
     * The name under which H2 opens a file of this disk: over its {@code async} files, because a thread that is
     * interrupted while it reads any other kind closes the database for everybody.
     */
    default String nameForH2(Path path) {
        return "async:" + path.toAbsolutePath();
    }

    /** Makes the names in a folder of the real disk durable. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder, and keeps names durable without it.
        }
    }
}
