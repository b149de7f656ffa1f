package org.claimsledger.projection;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.Table;

/** Pauses after writing the rows of a batch that goes beyond a position, until it is resumed. */
record PausingProjection(Projection delegate, CountDownLatch paused, CountDownLatch resume) implements Projection {

    /** A position within the histories of the tests. */
    private static final long HALF_WAY = 50;

    static PausingProjection of(Projection delegate) {
        return new PausingProjection(delegate, new CountDownLatch(1), new CountDownLatch(1));
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
        BatchHandler batchHandler = delegate.newBatchHandler();
        return (batch, tableSession) -> {
            batchHandler.apply(batch, tableSession);
            if (batch.getLast().position() > HALF_WAY) {
                pause();
            }
        };
    }

    private void pause() {
        paused.countDown();
        try {
            resume.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
