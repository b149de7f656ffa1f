package org.claimsledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts the tables on disk now and then, and notes how far they are. A checkpoint is taken between two groups, so that it
 * vouches for whole groups only; a group waits for it, but not for the disk.
 */
final class Checkpoints {

    /** What is done to the tables as one group. */
    @FunctionalInterface
    interface Group {
        void write() throws Exception;
    }

    private final H2File file;
    private final Path journal;
    private final String ledger;
    private final Disk disk;
    private final ReentrantLock betweenGroups = new ReentrantLock(true);
    private LedgerEnd end;
    private boolean broken;

    /** @param end where the tables end now */
    Checkpoints(H2File file, Path journal, String ledger, Disk disk, LedgerEnd end) {
        this.file = file;
        this.journal = journal;
        this.ledger = ledger;
        this.disk = disk;
        this.end = end;
    }

    /** @param then where the tables end after the group */
    void group(Group group, LedgerEnd then) throws Exception {
        betweenGroups.lock();
        try {
            broken = true;
            group.write();
            end = then;
            broken = false;
        } finally {
            betweenGroups.unlock();
        }
    }

    /** Returns when every group written before the call is on disk in the tables, and a mark says so. */
    synchronized void make() throws IOException {
        H2File.Held held;
        LedgerEnd reached;
        betweenGroups.lock();
        try {
            if (broken) {
                throw new IOException("A group failed, and nobody knows how much of it the tables hold.");
            }
            held = file.hold();
            reached = end;
        } finally {
            betweenGroups.unlock();
        }
        boolean marked = false;
        try {
            file.sync();
            new CheckpointMark(ledger, reached, held.state()).write(journal, disk);
            file.keep(held);
            marked = true;
        } finally {
            if (!marked) {
                file.release(held);
            }
        }
    }

    /** Takes the mark away once the file was stopped cleanly. */
    void unmark() throws IOException {
        CheckpointMark.delete(journal, disk);
    }
}
