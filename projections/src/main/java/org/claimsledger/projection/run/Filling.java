package org.claimsledger.projection.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.SortedRows;
import org.claimsledger.projection.table.Table;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty generation with all that the log holds, at once: reads the log once and parts its events by the things
 * that they concern, makes the rows of one part after the other, each final, sorts them, lays them down in the order of
 * their table, and then makes the indexes. No row is touched twice, and memory holds only a few parts.
 */
final class Filling {

    private static final int PAGE = 5_000;

    /** More would leave the live tables and the clients without a processor on small machines. */
    private static final int THREADS = 2;

    private final Generation generation;
    private final EventLog log;
    private final Pace pace;
    private final Instant since = Instant.now();
    private final AtomicLong done = new AtomicLong();
    private long of;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean unfinished;

    Filling(Generation generation, EventLog log, Pace pace) {
        this.generation = generation;
        this.log = log;
        this.pace = pace;
        this.of = log.head();
        this.running = generation.isFresh();
    }

    void stop() {
        stopping = true;
    }

    boolean isRunning() {
        return running;
    }

    /** Whether it was begun and not ended, so that the generation is of no use. */
    boolean isUnfinished() {
        return unfinished;
    }

    Health.Rebuild progress() {
        return new Health.Rebuild(since, Math.max(Math.min(done.get() / 3, of), generation.position()), of);
    }

    /** @return false where it was stopped; then the generation is of no use */
    boolean run() throws SQLException, IOException {
        running = true;
        unfinished = true;
        try {
            of = log.head();
            fill();
            unfinished = false;
            return true;
        } catch (CancellationException e) {
            return false;
        } finally {
            running = false;
        }
    }

    private void fill() throws SQLException, IOException {
        Path spool = generation.spool();
        Map<Table, SortedRows> tables = new LinkedHashMap<>();
        for (Table table : generation.projection().tables()) {
            tables.put(table, new SortedRows(table, spool));
        }
        try (EventParts parts = new EventParts((int) Math.max(1, Math.ceilDiv(of, pace.atOnce())), spool)) {
            Recorded last = part(parts);
            List<Work> makings = new ArrayList<>();
            for (int part = 0; part < parts.count(); part++) {
                int each = part;
                makings.add(() -> make(each, parts, tables));
            }
            sideBySide(makings);
            long rows = Math.max(
                    1, tables.values().stream().mapToLong(SortedRows::count).sum());
            AtomicLong inserted = new AtomicLong();
            long before = done.get();
            sideBySide(tables.values().stream()
                    .<Work>map(it -> () -> insert(it, more -> {
                        go();
                        done.set(before + (long) ((double) inserted.addAndGet(more) / rows * of));
                    }))
                    .toList());
            index();
            if (last != null) {
                generation.reach(last);
            }
            generation.filled();
        } finally {
            for (SortedRows each : tables.values()) {
                each.close();
            }
        }
    }

    /** Reads the log. */
    private @Nullable Recorded part(EventParts parts) throws IOException {
        Projection projection = generation.projection();
        Recorded last = null;
        for (long position = 0; position < of; ) {
            go();
            List<StoredEvent> page = log.read(position, (int) Math.min(PAGE, of - position));
            List<Recorded> events = page.stream().map(Recorded::new).toList();
            List<Concerned> concerned =
                    events.parallelStream().map(projection::concerned).toList();
            for (int i = 0; i < page.size(); i++) {
                parts.add(events.get(i), concerned.get(i));
            }
            last = events.getLast();
            position = last.position();
            done.addAndGet(page.size());
        }
        return last;
    }

    private void make(int part, EventParts parts, Map<Table, SortedRows> tables) throws IOException {
        go();
        Map<Table, List<@Nullable Object[]>> rows = new HashMap<>();
        generation
                .projection()
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
        done.addAndGet(of / parts.count());
    }

    private void insert(SortedRows rows, LongConsumer inserted) throws SQLException {
        try (Session session = generation.database().write()) {
            rows.insert(session, inserted);
        }
    }

    private void index() throws SQLException {
        try (Session session = generation.database().write()) {
            for (Table table : generation.projection().tables()) {
                for (String index : table.indexes()) {
                    go();
                    session.execute(List.of(index));
                }
            }
            session.commit();
        }
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static void sideBySide(List<Work> all) throws SQLException, IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (Work work : all) {
                running.add(threads.submit(() -> {
                    work.run();
                    return null;
                }));
            }
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (InterruptedException e) {
                    throw new CancellationException();
                } catch (ExecutionException e) {
                    running.forEach(it -> it.cancel(false));
                    throwAsItIs(e.getCause());
                }
            }
        }
    }

    private static void throwAsItIs(@Nullable Throwable cause) throws SQLException, IOException {
        switch (cause) {
            case SQLException e -> throw e;
            case UncheckedIOException e -> throw new IOException(e.getMessage(), e);
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    private void go() {
        if (stopping) {
            throw new CancellationException();
        }
    }
}
