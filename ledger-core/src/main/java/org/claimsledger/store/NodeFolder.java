package org.claimsledger.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a node keeps what it derives from the events, and its token. One process has it at a time, so
 * each node of a machine has its own. With events in files it is the ledger's folder, which the process has already.
 */
public final class NodeFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final @Nullable FileChannel lock;

    private NodeFolder(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, and creates it if it is absent.
     *
     * @throws StoreRefused if another process has it, or it holds a ledger of its own, or cannot be written
     */
    public static NodeFolder acquire(StoreLocation events, Path folder) {
        return switch (events) {
            case StoreLocation.LedgerFolder ledgerFolder -> new NodeFolder(null);
            case StoreLocation.PostgresDatabase postgresDatabase -> acquire(folder);
        };
    }

    private static NodeFolder acquire(Path folder) {
        try {
            if (Files.exists(folder.resolve(LedgerMarker.NAME))) {
                throw new StoreRefused(
                        Code.FOREIGN,
                        folder,
                        "The folder " + folder
                                + " holds a ledger of its own. A node on PostgreSQL needs another folder:"
                                + " name one with LEDGER_DATA.");
            }
            Files.createDirectories(folder);
            return new NodeFolder(locked(folder));
        } catch (IOException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, folder, "The folder " + folder + " cannot be read and written: " + e, e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // by this process
        }
        lock.close();
        throw new StoreRefused(
                Code.IN_USE, folder, "The folder " + folder + " belongs to another node, which is running.");
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
