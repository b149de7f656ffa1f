package org.claimsledger.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The tables behind their journal. The journal's sync and the inserts run side by side, as one waits for the disk and
 * the other for the processor; the commit comes after both. So the tables never hold what the journal has not.
 */
final class JournaledTables implements Sequencer.Ledger {

    private final Journal journal;
    private final EventTables tables;
    private final ExecutorService syncing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-journal").daemon(true).factory());
    private LedgerEnd end;
    private boolean failed;

    JournaledTables(Journal journal, EventTables tables, LedgerEnd end) {
        this.journal = journal;
        this.tables = tables;
        this.end = end;
    }

    /** One process has the files, hence nothing has changed since the last group. */
    @Override
    public Head.Last begin() {
        return new Head.Last(end.position(), end.recordedAt());
    }

    @Override
    public void giveUp() {
        // nothing was begun
    }

    @Override
    public void write(List<SequencedEvent> group) throws Exception {
        failed = true;
        journal.turnPageIfFull(end);
        Future<?> synced = syncing.submit(() -> {
            journal.append(group);
            return null;
        });
        insert(group, synced);
        tables.commit();
        end = LedgerEnd.of(group.getLast());
        failed = false;
    }

    private void insert(List<SequencedEvent> group, Future<?> synced) throws Exception {
        try {
            tables.insert(group);
        } catch (Exception e) {
            awaitIgnored(synced);
            tables.rollback();
            throw e;
        }
        try {
            synced.get();
        } catch (ExecutionException e) {
            tables.rollback();
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void awaitIgnored(Future<?> synced) throws InterruptedException {
        try {
            synced.get();
        } catch (ExecutionException e) {
            // The insert's failure is the one that is told.
        }
    }

    /** Whether a group did not get through; then the files are left as they are. */
    boolean failed() {
        return failed;
    }

    /** A clean end, after a checkpoint: the journal has nothing left to tell. */
    void end() throws IOException {
        syncing.shutdown();
        journal.end(end);
        journal.close();
    }

    /** Lets go of the journal as it is. */
    void close() throws IOException {
        syncing.shutdown();
        journal.close();
    }
}
