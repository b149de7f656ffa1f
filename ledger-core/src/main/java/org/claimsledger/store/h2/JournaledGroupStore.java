package org.claimsledger.store.h2;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.append.Sequencer;
import org.claimsledger.store.sql.EventWriter;

/**
 * The tables behind their journal. The journal's sync and the inserts run side by side, as one waits for the disk and
 * the other for the processor; the commit comes after both. So the tables never hold what the journal has not.
 */
final class JournaledGroupStore implements Sequencer.GroupStore {

    private final Journal journal;
    private final EventWriter eventWriter;
    private final Checkpointer checkpointer;
    private final ExecutorService syncExecutor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-journal").daemon(true).factory());
    private LedgerEnd end;
    private boolean failed;

    JournaledGroupStore(Journal journal, EventWriter tables, Checkpointer checkpointer, LedgerEnd end) {
        this.journal = journal;
        this.eventWriter = tables;
        this.checkpointer = checkpointer;
        this.end = end;
    }

    /** One process has the files, so nothing has changed since the last group. */
    @Override
    public LedgerHead.LastEvent begin() {
        return new LedgerHead.LastEvent(end.position(), end.recordedAt());
    }

    @Override
    public void rollback() {
        // nothing was begun
    }

    @Override
    public void write(List<SequencedEvent> group) throws Exception {
        failed = true;
        journal.startNextSegmentIfFull(end);
        LedgerEnd then = LedgerEnd.of(group.getLast());
        checkpointer.writeGroup(() -> store(group), then);
        end = then;
        failed = false;
    }

    private void store(List<SequencedEvent> group) throws Exception {
        Future<?> synced = syncExecutor.submit(() -> {
            journal.append(group);
            return null;
        });
        insert(group, synced);
        eventWriter.commit();
    }

    private void insert(List<SequencedEvent> group, Future<?> synced) throws Exception {
        try {
            eventWriter.insert(group);
        } catch (Exception e) {
            awaitIgnoringFailure(synced);
            eventWriter.rollback();
            throw e;
        }
        try {
            synced.get();
        } catch (ExecutionException e) {
            eventWriter.rollback();
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void awaitIgnoringFailure(Future<?> synced) throws InterruptedException {
        try {
            synced.get();
        } catch (ExecutionException e) {
            // The failure of the insert is the one to report.
        }
    }

    /** Whether a group could not be written; then the files are left as they are. */
    boolean failed() {
        return failed;
    }

    /** A clean end: everything in the journal is in the tables, and the events file is compact. */
    void end(H2File file) throws IOException, SQLException {
        syncExecutor.shutdown();
        journal.awaitUpkeep();
        checkpointer.checkpoint();
        file.close();
        journal.end(end);
        journal.close();
        checkpointer.deleteMark();
        file.compact();
    }

    /** Closes the journal as it is. */
    void close() throws IOException {
        syncExecutor.shutdown();
        journal.close();
    }
}
