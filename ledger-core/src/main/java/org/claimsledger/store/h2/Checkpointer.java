package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts the tables on disk now and then, and notes how far they are. A checkpoint is taken between two groups, so that
 * it vouches for whole groups only; a group waits for it, but not for the disk.
 */
final class Checkpointer {

    /** Work on the tables that one group commits. */
    @FunctionalInterface
    interface GroupWrite {
        void write() throws Exception;
    }

    private final H2File file;
    private final Path journal;
    private final String ledgerId;
    private final Disk disk;
    private final ReentrantLock betweenGroups = new ReentrantLock(true);
    private LedgerEnd end;
    private boolean groupFailed;

    /** @param end where the tables end now */
    Checkpointer(H2File file, Path journal, String ledger, Disk disk, LedgerEnd end) {
        this.file = file;
        this.journal = journal;
        this.ledgerId = ledger;
        this.disk = disk;
        this.end = end;
    }

    /** @param then where the tables end after the group */
    void writeGroup(GroupWrite groupWrite, LedgerEnd then) throws Exception {
        betweenGroups.lock();
        try {
            groupFailed = true;
            groupWrite.write();
            end = then;
            groupFailed = false;
        } finally {
            betweenGroups.unlock();
        }
    }

    /** Returns when every group written before the call is on disk in the tables, and a mark says so. */
    synchronized void checkpoint() throws IOException {
        H2File.PinnedState pinnedState;
        LedgerEnd reached;
        betweenGroups.lock();
        try {
            if (groupFailed) {
                throw new IOException("A group failed, and nobody knows how much of it the tables hold.");
            }
            pinnedState = file.pinState();
            reached = end;
        } finally {
            betweenGroups.unlock();
        }
        boolean marked = false;
        try {
            file.sync();
            new CheckpointMark(ledgerId, reached, pinnedState.state()).write(journal, disk);
            file.replacePinned(pinnedState);
            marked = true;
        } finally {
            if (!marked) {
                file.unpin(pinnedState);
            }
        }
    }

    /** Removes the mark once the file was stopped cleanly. */
    void deleteMark() throws IOException {
        CheckpointMark.delete(journal, disk);
    }
}
