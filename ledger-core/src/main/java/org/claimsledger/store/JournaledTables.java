package org.claimsledger.store;

import java.io.IOException;
import java.sql.SQLException;
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
    private final Checkpoints checkpoints;
    private final ExecutorService syncing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-journal").daemon(true).factory());
    private LedgerEnd end;
    private boolean failed;

    JournaledTables(Journal journal, EventTables tables, Checkpoints checkpoints, LedgerEnd end) {
        this.journal = journal;
        this.tables = tables;
        this.checkpoints = checkpoints;
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
        LedgerEnd then = LedgerEnd.of(group.getLast());
        checkpoints.group(() -> store(group), then);
        end = then;
        failed = false;
    }

    private void store(List<SequencedEvent> group) throws Exception {
        Future<?> synced = syncing.submit(() -> {
            journal.append(group);
            return null;
        });
        insert(group, synced);
        tables.commit();
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

    /** A clean end: the journal has nothing left to tell, and its events file is compact. */
    void end(H2File file) throws IOException, SQLException {
        syncing.shutdown();
        journal.awaitUpkeep();
        checkpoints.make();
        file.close();
        journal.end(end);
        journal.close();
        checkpoints.unmark();
        file.compact();
    }

    /** Lets go of the journal as it is. */
    void close() throws IOException {
        syncing.shutdown();
        journal.close();
    }
}
