package org.claimsledger.projection;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.Table;

/** Throws after writing the rows of a batch that goes beyond a position, while {@code stillFails} says so. */
record FailingProjection(Projection delegate, long after, BooleanSupplier stillFails) implements Projection {

    static FailingProjection after(long position, Projection delegate) {
        return new FailingProjection(delegate, position, () -> true);
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
            check(batch);
        };
    }

    private void check(List<LazyEvent> events) {
        if (stillFails.getAsBoolean() && !events.isEmpty() && events.getLast().position() > after) {
            throw new IllegalStateException("no more after " + after);
        }
    }
}
