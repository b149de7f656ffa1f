package org.claimsledger.projection;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Table;

/** Throws once it has written the rows of the batch that holds a certain event, as long as it is told to. */
record Failing(Projection whole, long after, BooleanSupplier stillFails) implements Projection {

    static Failing after(long position, Projection whole) {
        return new Failing(whole, position, () -> true);
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
        Following following = whole.following();
        return (batch, session) -> {
            following.apply(batch, session);
            check(batch);
        };
    }

    @Override
    public Concerned concerned(Recorded event) {
        return whole.concerned(event);
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        whole.rowsOf(whose, events, rows);
        check(events);
    }

    private void check(List<Recorded> events) {
        if (stillFails.getAsBoolean() && !events.isEmpty() && events.getLast().position() > after) {
            throw new IllegalStateException("no more after " + after);
        }
    }
}
