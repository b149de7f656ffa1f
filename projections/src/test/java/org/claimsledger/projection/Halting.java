package org.claimsledger.projection;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Table;

/** Halts half-way when its tables are made anew, the first time that there is something to make, until it is let go. */
record Halting(Projection whole, CountDownLatch halted, CountDownLatch go) implements Projection {

    static Halting of(Projection whole) {
        return new Halting(whole, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public List<Table> tables() {
        return whole.tables();
    }

    @Override
    public Following following() {
        return whole.following();
    }

    @Override
    public Concerned concerned(Recorded event) {
        return whole.concerned(event);
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        whole.rowsOf(whose, events, rows);
        if (!events.isEmpty()) {
            halted.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
