package org.claimsledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimsledger.copy.EventLine;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoredEvent;

/**
 * Export, restore, verification and replay of a ledger of any size. Arguments: an empty folder and a number of events;
 * each claim has three, besides the sources and subjects.
 */
final class CopyBench {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int SOURCES = 500;
    private static final int SUBJECTS = 2_000;
    private static final int BLOCK = 100;

    private final long events;
    private final Random random = new Random(1);
    private long position;
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    private CopyBench(long events) {
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        CopyBench bench = new CopyBench(Long.parseLong(arguments[1]));
        Path export = folder.resolve("events.ndjson");
        bench.write(export);
        System.out.printf(Locale.ROOT, "%,d events, %,d bytes as lines%n", bench.events, Files.size(export));
        Path ledger = folder.resolve("ledger");
        bench.row("restore, plain", () -> run("restore", export, "--data", ledger));
        Path zstd = folder.resolve("events.ndjson.zst");
        bench.row("export, zstd", () -> run("export", "--data", ledger, "--out", zstd));
        System.out.printf(Locale.ROOT, "%,d bytes as zstd%n", Files.size(zstd));
        Path gzip = folder.resolve("events.ndjson.gz");
        bench.row("export, gzip", () -> run("export", "--data", ledger, "--out", gzip));
        bench.row("restore, zstd", () -> run("restore", zstd, "--data", folder.resolve("copy")));
        bench.row("verify --no-tables", () -> run("verify", "--no-tables", "--quiet", "--data", ledger));
        bench.fold(ledger);
        bench.row("replay, printed", () -> {
            PrintStream before = System.out;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            run("replay", "--data", ledger);
            System.setOut(before);
        });
    }

    /** Runs twice, because the first run includes the time that Java takes to compile. */
    private void fold(Path folder) throws Exception {
        try (Ledger ledger = Ledger.open(folder, InstantSource.system())) {
            for (String which : new String[] {"replay, folded, the first time", "replay, folded, again"}) {
                row(which, () -> {
                    CompleteHistory history =
                            CompleteHistory.replay(ledger.log(), ledger.log().head(), at -> {});
                    long revisions = IntStream.range(0, history.claims().size())
                            .parallel()
                            .mapToLong(number ->
                                    history.claim(number).latest().claim().revision())
                            .sum();
                    if (history.claims().size() == 0
                            || revisions < history.claims().size()) {
                        throw new IllegalStateException(revisions + " revisions");
                    }
                });
            }
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private void row(String what, Task task) throws Exception {
        long begun = System.nanoTime();
        long worked = PROCESS.getProcessCpuTime();
        task.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = (PROCESS.getProcessCpuTime() - worked) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-32s %8.1f s %,12.0f events/s, of processor %8.1f s%n",
                what,
                seconds,
                events / seconds,
                processor);
    }

    private static void run(Object... arguments) {
        ProgramRunner.ProgramResult programResult = ProgramRunner.run(arguments);
        if (programResult.exit() != 0) {
            throw new IllegalStateException(programResult.text());
        }
    }

    private void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            event(out, "PredicateDefined", "sentenced", """
                {"predicate":{"cardinality":"one_per:case","key":"sentenced","label":"sentenced to","time":"holds",\
                "unit":"a","valueKinds":["quantity"]}}\
                """);
            for (int i = 0; i < SOURCES; i++) {
                event(out, "SourceRegistered", "src-" + i, """
                    {"details":{"kind":"news_report","published":"2008-03","publisher":"Outlet %d",\
                    "title":"Source number %d"},"source":"src-%d"}\
                    """.formatted(i % 50, i, i));
            }
            for (int i = 0; i < SUBJECTS; i++) {
                event(out, "SubjectRegistered", "subj-" + i, """
                    {"details":{"identified":true,"kind":"person","name":"Person Number %d"},"subject":"subj-%d"}\
                    """.formatted(i, i));
            }
            for (int block = 0; position < events; block += BLOCK) {
                for (int i = block; i < block + BLOCK; i++) {
                    event(out, "ClaimAsserted", "claim-" + i, asserted(i));
                }
                for (int i = block; i < block + BLOCK; i++) {
                    event(out, "EvidenceAttached", "claim-" + i, """
                        {"claim":"claim-%d","evidence":"e2","testimony":{"locator":"page %d","modality":"asserted",\
                        "source":"src-%d","stance":"supports"}}\
                        """.formatted(i, i % 90, (i + 7) % SOURCES));
                }
                for (int i = block; i < block + BLOCK; i++) {
                    event(out, "ClaimRevised", "claim-" + i, """
                        {"changes":{"statement":"Person %d was given the sentence in case %d."},"claim":"claim-%d",\
                        "kind":"clarification"}\
                        """.formatted(i % SUBJECTS, i, i));
                }
            }
        }
    }

    private static String asserted(int i) {
        return """
            {"claim":"claim-%1$d","content":{"predicate":"sentenced","qualifiers":{"case":"case-%1$d"},\
            "statement":"Person %2$d was given %3$d years in case %1$d.","subject":"subj-%2$d","valid":"2006~/..",\
            "value":{"quantity":{"amount":%3$d,"unit":"a"}}},"evidence":"e1","testimony":{"attribution":["Court",\
            "Agency"],"locator":"paragraph 12","modality":"asserted","source":"src-%4$d","stance":"supports"}}\
            """.formatted(i, i % SUBJECTS, i % 30 + 1, i % SOURCES);
    }

    private void event(OutputStream out, String type, String id, String payload) throws IOException {
        if (position == events) {
            return;
        }
        position++;
        time = time.plus(1 + random.nextInt(50), ChronoUnit.MICROS);
        byte[] salt = new byte[ContentHash.SALT_LENGTH];
        random.nextBytes(salt);
        byte[] metadata = """
            {"actor":"admin","id":"%s","importKey":"sha256:%d:1","request":"01m826t5txr3t31zgqys6w1pc5","revision":"1"}\
            """.formatted(id, position).getBytes(UTF_8);
        byte[] content = payload.getBytes(UTF_8);
        StoredEvent event = new StoredEvent(
                position,
                "01m826t6rpxz7v3j%010d".formatted(position),
                type,
                "1",
                time,
                metadata,
                content,
                salt,
                ContentHash.of(salt, metadata, content));
        out.write(new EventLine(event, position == events).bytes());
        out.write('\n');
    }
}
