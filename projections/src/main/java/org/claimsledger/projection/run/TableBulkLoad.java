package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.claimsledger.projection.table.SortedRows;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Fills tables: makes the rows of one part after the other, each final, sorts them, lays them down in the order of their
 * table, and then makes the indexes. No row is touched twice.
 */
final class TableBulkLoad extends BulkLoad {

    private static final int ROUNDS = 3;

    private final TableGeneration generation;
    private final CheckpointPolicy policy;

    TableBulkLoad(TableGeneration generation, EventLog log, CheckpointPolicy checkpointPolicy) {
        super(generation, log, ROUNDS);
        this.generation = generation;
        this.policy = checkpointPolicy;
    }

    @Override
    protected void load() throws Exception {
        Path spool = generation.spool();
        Map<Table, SortedRows> tables = new LinkedHashMap<>();
        for (Table table : generation.definition().tables()) {
            tables.put(table, new SortedRows(table, spool));
        }
        try (EventPartitions parts =
                new EventPartitions((int) Math.max(1, Math.ceilDiv(total(), policy.eventsInMemory())), spool)) {
            LazyEvent last = partition(parts, generation.definition()::affectedKeys);
            List<LoadTask> makings = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                int each = part;
                makings.add(() -> buildPartition(each, parts, tables));
            }
            runInParallel(makings);
            long rows = Math.max(
                    1, tables.values().stream().mapToLong(SortedRows::count).sum());
            AtomicLong inserted = new AtomicLong();
            long before = processed().get();
            runInParallel(tables.values().stream()
                    .<LoadTask>map(it -> () -> insert(it, more -> {
                        checkNotStopped();
                        processed().set(before + (long) ((double) inserted.addAndGet(more) / rows * total()));
                    }))
                    .toList());
            index();
            if (last != null) {
                generation.commitUpTo(last);
            }
        } finally {
            for (SortedRows each : tables.values()) {
                each.close();
            }
        }
    }

    private void buildPartition(int part, EventPartitions parts, Map<Table, SortedRows> tables) throws IOException {
        checkNotStopped();
        Map<Table, List<@Nullable Object[]>> rows = new HashMap<>();
        generation
                .definition()
                .rowsOf(
                        thing -> parts.partitionOf(thing) == part,
                        parts.read(part),
                        (table, values) -> rows.computeIfAbsent(table, ignored -> new ArrayList<>())
                                .add(values));
        checkNotStopped();
        rows.forEach((table, added) -> {
            SortedRows sorted = tables.get(table);
            if (sorted == null) {
                throw new IllegalStateException("a row of a table that is none of its tables: " + table.name());
            }
            sorted.add(added);
        });
        processed().addAndGet(total() / parts.count());
    }

    private void insert(SortedRows rows, LongConsumer inserted) throws SQLException {
        try (TableSession tableSession = generation.database().write()) {
            rows.insert(tableSession, inserted);
        }
    }

    private void index() throws SQLException {
        try (TableSession tableSession = generation.database().write()) {
            for (Table table : generation.definition().tables()) {
                for (String index : table.indexes()) {
                    checkNotStopped();
                    tableSession.execute(List.of(index));
                }
            }
            tableSession.commit();
        }
    }
}
