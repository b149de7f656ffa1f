package org.claimsledger.store.h2;

import java.nio.file.Path;
import org.claimsledger.store.StorageFull;

/**
 * The room that a ledger keeps free on its file system, so that nothing that it has begun fails for want of it: what
 * waits to be written, the journal's segments, the events file between two checkpoints, and the read side of all that.
 */
final class FreeSpace {

    /** In bytes; on a small file system, only a part of it. */
    static final long RESERVED_BYTES = 1L << 30;

    private static final int RESERVED_FRACTION = 4;

    private final Path folder;
    private final Disk disk;

    FreeSpace(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Refuses while there is less room than is kept free. Each call looks again, so writing resumes by itself. */
    void require() {
        long room = disk.usableBytes(folder);
        long reserve = Math.min(RESERVED_BYTES, disk.totalBytes(folder) / RESERVED_FRACTION);
        if (room < reserve) {
            throw new StorageFull("The file system of the ledger has " + (room >> 20) + " MiB left, and "
                    + (reserve >> 20) + " MiB are kept free; make room, and writing goes on");
        }
    }
}
