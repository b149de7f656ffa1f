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
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.SortedRows;
import org.claimsledger.projection.table.Table;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * Fills tables: makes the rows of one part after the other, each final, sorts them, lays them down in the order of their
 * table, and then makes the indexes. No row is touched twice.
 */
final class TableFilling extends Filling {

    private static final int ROUNDS = 3;

    private final TableGeneration generation;
    private final Pace pace;

    TableFilling(TableGeneration generation, EventLog log, Pace pace) {
        super(generation, log, ROUNDS);
        this.generation = generation;
        this.pace = pace;
    }

    @Override
    protected void fill() throws Exception {
        Path spool = generation.spool();
        Map<Table, SortedRows> tables = new LinkedHashMap<>();
        for (Table table : generation.making().tables()) {
            tables.put(table, new SortedRows(table, spool));
        }
        try (EventParts parts = new EventParts((int) Math.max(1, Math.ceilDiv(of(), pace.atOnce())), spool)) {
            Recorded last = part(parts, generation.making()::concerned);
            List<Work> makings = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                int each = part;
                makings.add(() -> make(each, parts, tables));
            }
            sideBySide(makings);
            long rows = Math.max(
                    1, tables.values().stream().mapToLong(SortedRows::count).sum());
            AtomicLong inserted = new AtomicLong();
            long before = done().get();
            sideBySide(tables.values().stream()
                    .<Work>map(it -> () -> insert(it, more -> {
                        go();
                        done().set(before + (long) ((double) inserted.addAndGet(more) / rows * of()));
                    }))
                    .toList());
            index();
            if (last != null) {
                generation.reach(last);
            }
        } finally {
            for (SortedRows each : tables.values()) {
                each.close();
            }
        }
    }

    private void make(int part, EventParts parts, Map<Table, SortedRows> tables) throws IOException {
        go();
        Map<Table, List<@Nullable Object[]>> rows = new HashMap<>();
        generation
                .making()
                .rowsOf(thing -> parts.partOf(thing) == part, parts.read(part), (table, values) -> rows.computeIfAbsent(
                                table, ignored -> new ArrayList<>())
                        .add(values));
        go();
        rows.forEach((table, added) -> {
            SortedRows sorted = tables.get(table);
            if (sorted == null) {
                throw new IllegalStateException("a row of a table that is none of its tables: " + table.name());
            }
            sorted.add(added);
        });
        done().addAndGet(of() / parts.count());
    }

    private void insert(SortedRows rows, LongConsumer inserted) throws SQLException {
        try (Session session = generation.database().write()) {
            rows.insert(session, inserted);
        }
    }

    private void index() throws SQLException {
        try (Session session = generation.database().write()) {
            for (Table table : generation.making().tables()) {
                for (String index : table.indexes()) {
                    go();
                    session.execute(List.of(index));
                }
            }
            session.commit();
        }
    }
}
