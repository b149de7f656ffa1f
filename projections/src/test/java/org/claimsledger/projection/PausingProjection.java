package org.claimsledger.projection;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.claimsledger.projection.run.AffectedKeys;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.RowSink;
import org.claimsledger.projection.table.Table;

/** Halts half-way when its tables are made anew, the first time that there is something to make, until it is let go. */
record PausingProjection(Projection delegate, CountDownLatch paused, CountDownLatch resume) implements Projection {

    static PausingProjection of(Projection whole) {
        return new PausingProjection(whole, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public List<Table> tables() {
        return delegate.tables();
    }

    @Override
    public BatchHandler newBatchHandler() {
        return delegate.newBatchHandler();
    }

    @Override
    public AffectedKeys affectedKeys(LazyEvent event) {
        return delegate.affectedKeys(event);
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<LazyEvent> events, RowSink rowSink) {
        delegate.rowsOf(whose, events, rowSink);
        if (!events.isEmpty()) {
            paused.countDown();
            try {
                resume.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
