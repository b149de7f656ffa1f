package org.claimsledger.projection.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one table, added in any order and laid down in the table's own. They are sorted some at a time; where there
 * is more than that, what is sorted waits on disk.
 */
public final class SortedRows implements AutoCloseable {

    private static final int AT_ONCE = 1_000;
    private static final int BUFFER = 1 << 17;

    private final Table table;
    private final Comparator<@Nullable Object[]> order;
    private final Path spool;
    private final List<Path> runs = new ArrayList<>();
    private List<@Nullable Object[]> last = List.of();
    private long count;

    /** @param spool the beginning of the names of the files that it needs meanwhile */
    public SortedRows(Table table, Path spool) {
        this.table = table;
        this.order = order(table.order());
        this.spool = spool;
    }

    public Table table() {
        return table;
    }

    public synchronized long count() {
        return count;
    }

    /** Adds some rows; the ones that were added before go to disk. */
    public void add(List<@Nullable Object[]> rows) {
        rows.sort(order);
        List<@Nullable Object[]> before;
        Path run;
        synchronized (this) {
            before = last;
            last = rows;
            count += rows.size();
            if (before.isEmpty()) {
                return;
            }
            run = spool.resolveSibling(spool.getFileName() + "-" + table.name() + "-" + runs.size());
            runs.add(run);
        }
        write(before, run);
    }

    /** Inserts all of them, and commits some at a time. */
    public synchronized void insert(TableSession tableSession, LongConsumer inserted) throws SQLException {
        PreparedStatement insert = tableSession.prepare(table.insert());
        List<SortedRun> open = new ArrayList<>();
        try {
            int rows = 0;
            for (Iterator<@Nullable Object[]> each = merged(open); each.hasNext(); ) {
                RowBatch.bind(insert, each.next());
                insert.addBatch();
                if (++rows == AT_ONCE) {
                    insert.executeBatch();
                    tableSession.commit();
                    inserted.accept(rows);
                    rows = 0;
                }
            }
            insert.executeBatch();
            tableSession.commit();
            inserted.accept(rows);
        } finally {
            open.forEach(SortedRun::close);
        }
    }

    private Iterator<@Nullable Object[]> merged(List<SortedRun> open) {
        if (runs.isEmpty()) {
            return last.iterator();
        }
        PriorityQueue<SortedRun> queue = new PriorityQueue<>((a, b) -> order.compare(a.head(), b.head()));
        for (Path each : runs) {
            open.add(new SortedRun(each));
        }
        open.add(new SortedRun(last.iterator()));
        open.stream().filter(SortedRun::advance).forEach(queue::add);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !queue.isEmpty();
            }

            @Override
            public @Nullable Object[] next() {
                SortedRun first = queue.remove();
                @Nullable Object[] row = first.head();
                if (first.advance()) {
                    queue.add(first);
                }
                return row;
            }
        };
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    @SuppressWarnings("unchecked") // the columns that a table is ordered by hold numbers or texts
    private static Comparator<@Nullable Object[]> order(List<Integer> columns) {
        return (a, b) -> {
            for (int column : columns) {
                int compared = ((Comparable<@Nullable Object>) Objects.requireNonNull(a[column])).compareTo(b[column]);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private void write(List<@Nullable Object[]> rows, Path run) {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
            out.writeInt(rows.size());
            for (@Nullable Object[] row : rows) {
                for (Object value : row) {
                    write(value, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case null -> out.writeByte('-');
            case Long number -> {
                out.writeByte('n');
                out.writeLong(number);
            }
            case Boolean flag -> out.writeByte(flag ? 't' : 'f');
            case String text -> {
                out.writeByte('s');
                write(text.getBytes(StandardCharsets.UTF_8), out);
            }
            case byte[] bytes -> {
                out.writeByte('b');
                write(bytes, out);
            }
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case '-' -> null;
            case 'n' -> in.readLong();
            case 't' -> true;
            case 'f' -> false;
            case 's' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case 'b' -> in.readNBytes(in.readInt());
            default -> throw new IOException("no value begins with " + kind);
        };
    }

    /** Rows in order, from memory or disk. */
    private final class SortedRun {

        private final @Nullable DataInputStream in;
        private final Iterator<@Nullable Object[]> rows;
        private @Nullable Object @Nullable [] head;
        private int left;

        SortedRun(Iterator<@Nullable Object[]> rows) {
            this.in = null;
            this.rows = rows;
        }

        SortedRun(Path file) {
            try {
                this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
                this.left = in.readInt();
                this.rows = new SpooledRows(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean advance() {
            head = rows.hasNext() ? rows.next() : null;
            return head != null;
        }

        @Nullable
        Object[] head() {
            if (head == null) {
                throw new NoSuchElementException();
            }
            return head;
        }

        void close() {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private final class SpooledRows implements Iterator<@Nullable Object[]> {

            private final DataInputStream stored;

            SpooledRows(DataInputStream stored) {
                this.stored = stored;
            }

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public @Nullable Object[] next() {
                left--;
                @Nullable Object[] row = new @Nullable Object[table.columns()];
                try {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = read(stored);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return row;
            }
        }
    }
}
