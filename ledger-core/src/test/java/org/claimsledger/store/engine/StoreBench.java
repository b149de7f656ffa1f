package org.claimsledger.store.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.h2.H2Dialect;
import org.claimsledger.store.h2.H2File;
import org.claimsledger.store.h2.JournalFile;
import org.claimsledger.store.sql.PackedTag;

/**
 * What the store makes of the disk, of H2 and of PostgreSQL, each figure beside the plain thing in the same run.
 * Arguments: an empty folder and a number of events. A first process writes and is killed, a second one opens what it
 * left and reads, a third one does the same with a PostgreSQL of its own.
 */
final class StoreBench {

    private static final int SUBJECTS_HAVE = 20;
    private static final long ONE_CALLER = 10_000;

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        switch (arguments.length > 2 ? arguments[2] : "") {
            case "write" -> write(folder, events);
            case "read" -> read(folder, events);
            case "postgres" -> PostgresBench.run(folder.resolve("postgres"), events);
            default -> {
                Files.createDirectories(folder);
                run(folder, events, "write");
                run(folder, events, "read");
                run(folder, events, "postgres");
            }
        }
    }

    private static void run(Path folder, int events, String part) throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreBench.class.getName(),
                        folder.toString(),
                        String.valueOf(events),
                        part)
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void write(Path folder, int events) throws Exception {
        double syncs = syncs(folder);
        row("raw: file append of 1 kB, synced", syncs, "/s", "");
        int group = 32;
        long before = processorTime();
        double inTurn = rawAppend(folder.resolve("raw"), 200_000, group, false);
        row(
                "raw: JDBC batch and synced file, groups of " + group + ", in turn",
                inTurn,
                "/s",
                processor(before, 200_000));
        double beside = rawAppend(folder.resolve("raw2"), 200_000, group, true);
        row("raw: the same side by side", beside, "/s", "");

        LedgerStore store = LedgerStore.open(folder.resolve("ledger"), TestEvents.TEXT, InstantSource.system());
        append(store, 0, 20_000, 64);
        double one = append(store, 20_000, ONE_CALLER, 1);
        row("durable append, 1 caller", one, "/s", "%.2f x syncs".formatted(one / syncs));
        long written = store.log().head();
        long processor = processorTime();
        double many = append(store, written, Math.max(100_000, events - written), 64);
        row(
                "durable append, 64 callers",
                many,
                "/s",
                "%.2f x in turn, %.2f x side by side".formatted(many / inTurn, many / beside)
                        + processor(processor, store.log().head() - written));
        row(
                "disk while running",
                size(folder.resolve("ledger")) / 1e6,
                "MB",
                "journal " + size(folder.resolve("ledger/journal")) / 1_000_000 + " MB");
        Runtime.getRuntime().halt(0);
    }

    private static double syncs(Path folder) throws IOException {
        Path file = folder.resolve("syncs");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(1024);
            int count = 4_000;
            long start = 0;
            for (int i = -count / 4; i < count; i++) {
                start = i == 0 ? System.nanoTime() : start;
                channel.write(bytes.clear());
                channel.force(false);
            }
            return rate(count, start);
        } finally {
            Files.delete(file);
        }
    }

    /** Plain inserts of the same rows: prepared batches, packed tags, tag ids from a counter. */
    private static double rawAppend(Path folder, int events, int group, boolean beside) throws Exception {
        Files.createDirectories(folder);
        var file = new H2File(folder, JournalFile::onDisk);
        file.create(new H2Dialect());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = file.connect();
                FileChannel journal =
                        FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            connection.setAutoCommit(false);
            var event = connection.prepareStatement("insert into event values (?, ?, ?, ?, ?, ?, ?, ?)");
            var tag = connection.prepareStatement("insert into tag values (?, 'claim', ?)");
            var name = connection.prepareStatement("insert into tag_by_name values (?)");
            var eventTag = connection.prepareStatement("insert into event_tag values (?)");
            long start = 0;
            for (int n = 0; n < events; n += group) {
                start = n == events / 4 / group * group ? System.nanoTime() : start;
                ByteBuffer bytes = ByteBuffer.allocateDirect(group * 750);
                if (beside) {
                    Future<?> synced = other.submit(() -> writeAndSync(journal, bytes));
                    insert(n, group, event, tag, name, eventTag);
                    synced.get();
                } else {
                    writeAndSync(journal, bytes);
                    insert(n, group, event, tag, name, eventTag);
                }
                connection.commit();
            }
            return rate(events - events / 4, start);
        } finally {
            other.shutdown();
            file.abandon();
        }
    }

    private static Object writeAndSync(FileChannel journal, ByteBuffer bytes) throws IOException {
        journal.write(bytes);
        journal.force(false);
        return bytes;
    }

    static void insert(
            int from,
            int count,
            PreparedStatement event,
            PreparedStatement tag,
            PreparedStatement name,
            PreparedStatement eventTag)
            throws SQLException {
        byte[] random = new byte[32];
        for (int n = from; n < from + count; n++) {
            event.setLong(1, n + 1);
            event.setLong(2, n + 1_700_000_000_000_000L);
            event.setInt(3, 1);
            event.setString(4, UUID.randomUUID().toString());
            event.setBytes(5, "{\"actor\":\"ada\",\"requestId\":\"0123456789\"}".getBytes());
            event.setBytes(6, payload(n).getBytes());
            event.setBytes(7, random);
            event.setBytes(8, random);
            event.addBatch();
            tag.setLong(1, 100_000 + n);
            tag.setString(2, claim(n));
            tag.addBatch();
            name.setLong(1, (n * 0x9e3779b97f4a7c15L >>> 28 << 27) | n);
            name.addBatch();
            for (long id : new long[] {n % 50_000, 50_000 + n % 5_000, 100_000 + n}) {
                eventTag.setLong(1, PackedTag.of(id, n + 1));
                eventTag.addBatch();
            }
        }
        event.executeBatch();
        tag.executeBatch();
        name.executeBatch();
        eventTag.executeBatch();
    }

    /** About 500 bytes of words, about as repetitive as natural text. */
    static String payload(long n) {
        var text = new StringBuilder("{\"statement\":\"");
        for (long seed = n * 0x9e3779b97f4a7c15L; text.length() < 480; seed = seed * 6364136223846793005L + n) {
            text.append(Long.toString(seed >>> 40, 36)).append(seed % 3 == 0 ? " of the " : " ");
        }
        return text.append("\"}").toString();
    }

    static String claim(long n) {
        return "claim-%08x-%08d".formatted(Long.hashCode(n * 0x9e3779b97f4a7c15L), n);
    }

    static double append(LedgerStore store, long from, long count, int callers) throws Exception {
        var next = new AtomicLong(from);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                done.add(threads.submit(() -> {
                    for (long n = next.getAndIncrement(); n < from + count; n = next.getAndIncrement()) {
                        appendOne(store, n);
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        return rate(count, start);
    }

    private static void appendOne(LedgerStore store, long n) throws Exception {
        var claim = Tag.of("claim", claim(n));
        var condition = AppendCondition.withCriteria(EventCriteria.havingTags(claim))
                .withMarker(new GlobalIndexConsistencyMarker(store.log().head()));
        TestEvents.submitAppend(
                        store.engine(),
                        condition,
                        new StubProcessingContext(),
                        List.of(TestEvents.event(
                                "ledger.ClaimAsserted",
                                payload(n),
                                Map.of("actor", "ada", "requestId", "0123456789"),
                                "claim:" + claim.value(),
                                "about:subject-" + n % 50_000,
                                "cites:source-" + n % 5_000)))
                .get();
    }

    private static void read(Path folder, int events) throws Exception {
        Path ledger = folder.resolve("ledger");
        long start = System.nanoTime();
        LedgerStore store = LedgerStore.open(ledger, TestEvents.TEXT, InstantSource.system());
        row("reopen after a kill, " + store.log().head() + " events", seconds(start), "s", "");

        try (H2Reader raw = new H2Reader(ledger)) {
            raw.page(store.log().head());
            stream(store);
            double pages = raw.page(store.log().head());
            double streamed = stream(store);
            double logged = log(store);
            row("raw: paged select of 500", pages, "/s", "");
            row("stream()", streamed, "/s", "%.2f x raw".formatted(streamed / pages));
            row("log().read() of 500, salts and hashes too", logged, "/s", "%.2f x raw".formatted(logged / pages));
            raw.source(20_000);
            source(store, 20_000);
            double selected = raw.source(40_000);
            double sourced = source(store, 40_000);
            row("raw: select of one tag's " + SUBJECTS_HAVE + " events", selected, "/s", "");
            row("source() of " + SUBJECTS_HAVE + " events", sourced, "/s", "%.2f x raw".formatted(sourced / selected));
        }
        double nothing = sourceNothing(store, 500_000);
        row("source() of nothing new, from memory", nothing, "/s", "");

        long bytes = 0;
        for (List<StoredEvent> page = store.log().read(0, 5_000);
                !page.isEmpty();
                page = store.log().read(page.getLast().position(), 5_000)) {
            for (StoredEvent event : page) {
                bytes += 8
                        + 8
                        + 4
                        + event.id().length()
                        + event.metadata().length
                        + event.payload().length
                        + 64
                        + 3 * 8
                        + 8
                        + 5
                        + 23;
            }
        }
        row(
                "disk before the clean stop",
                size(ledger) / 1e6,
                "MB",
                "%.2f x the events' bytes".formatted((double) size(ledger) / bytes));
        start = System.nanoTime();
        store.close();
        row("clean stop", seconds(start), "s", "");
        row(
                "disk after a clean stop",
                size(ledger) / 1e6,
                "MB",
                "%.2f x the events' bytes".formatted((double) size(ledger) / bytes));
        start = System.nanoTime();
        LedgerStore.open(ledger, TestEvents.TEXT, InstantSource.system());
        row("reopen after a clean stop", seconds(start), "s", "");
        Runtime.getRuntime().halt(0);
    }

    static double stream(LedgerStore store) {
        long start = System.nanoTime();
        var stream = store.engine().stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(0)), null);
        long count = 0;
        while (stream.next().isPresent()) {
            count++;
        }
        stream.close();
        return rate(count, start);
    }

    static double log(LedgerStore store) {
        long start = System.nanoTime();
        long after = 0;
        for (List<StoredEvent> page = store.log().read(0, 500);
                !page.isEmpty();
                page = store.log().read(after, 500)) {
            after = page.getLast().position();
        }
        return rate(after, start);
    }

    static double source(LedgerStore store, int times) {
        var random = new Random(1);
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            var condition = SourcingCondition.conditionFor(
                    EventCriteria.havingTags(Tag.of("about", "subject-" + random.nextInt(50_000))));
            TestEvents.entries(store.engine().source(condition, null));
        }
        return rate(times, start);
    }

    private static double sourceNothing(LedgerStore store, int times) {
        var position = new GlobalIndexConsistencyMarker(store.log().head()).position();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            var condition = SourcingCondition.conditionFor(
                    position, EventCriteria.havingTags(Tag.of("about", "subject-" + i % 50_000)));
            TestEvents.entries(store.engine().source(condition, null));
        }
        return rate(times, start);
    }

    /** Plain selects on a connection of its own to the open database. */
    private static final class H2Reader implements AutoCloseable {

        private final Connection connection;

        H2Reader(Path folder) throws SQLException {
            connection = UncleanExitProcess.secondConnection(folder);
        }

        double page(long head) throws SQLException {
            long start = System.nanoTime();
            long after = 0;
            try (var select = connection.prepareStatement("select position, recorded_at, type, id, metadata, payload"
                    + " from event where position > ? and position <= ? order by position")) {
                while (after < head) {
                    select.setLong(1, after);
                    select.setLong(2, after + 500);
                    after = take(select);
                }
            }
            return rate(head, start);
        }

        double source(int times) throws SQLException {
            var random = new Random(2);
            var ids = new ArrayList<Long>();
            try (var all = connection.prepareStatement("select id from tag where tag_key = 'about'");
                    ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            long start = System.nanoTime();
            try (var select = connection.prepareStatement("select e.position, e.recorded_at, e.type, e.id, e.metadata,"
                    + " e.payload from event_tag t join event e on e.position = t.packed - ?"
                    + " where t.packed > ? and t.packed <= ? order by t.packed")) {
                for (int i = 0; i < times; i++) {
                    long id = ids.get(random.nextInt(ids.size()));
                    select.setLong(1, PackedTag.of(id, 0));
                    select.setLong(2, PackedTag.of(id, 0));
                    select.setLong(3, PackedTag.of(id, SequencedEvent.LAST_POSITION));
                    take(select);
                }
            }
            return rate(times, start);
        }

        private static long take(PreparedStatement select) throws SQLException {
            long last = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    rows.getLong(2);
                    rows.getInt(3);
                    rows.getString(4);
                    rows.getBytes(5);
                    rows.getBytes(6);
                }
            }
            return last;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static double rate(long count, long start) {
        return count / seconds(start);
    }

    /** Processor time of this process, in microseconds an event: a figure that other load on the machine blurs less. */
    static String processor(long before, long events) {
        return ", %.0f µs of processor an event".formatted((processorTime() - before) / 1e3 / events);
    }

    static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static void row(String what, double figure, String unit, String against) {
        System.out.printf("%tT  %-62s %,14.1f %-3s %s%n", Instant.now().toEpochMilli(), what, figure, unit, against);
    }
}
