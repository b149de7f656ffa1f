package org.claimsledger.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.claimsledger.api.operation.Fields;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.api.operation.StrictJson;
import org.claimsledger.api.security.Caller;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.value.ClaimId;

/**
 * Commands, imports and reads of a whole ledger, each beside the plain thing in the same run. Arguments: an empty
 * folder and a number of claims; every claim gets a second piece of evidence and a revision.
 */
final class LedgerBench {

    private static final int SOURCES = 500;
    private static final int SUBJECTS = 2_000;
    private static final int CALLERS = 64;
    private static final int ONE_CALLER = 1_000;
    private static final int READS = 20_000;

    private final Path folder;
    private final int claims;

    private LedgerBench(Path folder, int claims) {
        this.folder = folder;
        this.claims = claims;
    }

    public static void main(String[] arguments) throws Exception {
        LedgerBench bench = new LedgerBench(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Files.createDirectories(bench.folder);
        bench.run();
    }

    private void run() throws Exception {
        try (PlainTableBaseline plain = new PlainTableBaseline(folder.resolve("plain"))) {
            double raw = rate(claims, () -> plain.append(claims));
            row("raw: rows of one event and three tags, groups of 32, synced", raw, "/s", "");
            commands(raw);
            imports(raw);
            try (Ledger ledger = Ledger.open(folder.resolve("imported"), InstantSource.system());
                    ReadModels readModels = rebuild(ledger)) {
                reads(ledger, readModels, plain);
            }
        }
    }

    private void commands(double raw) throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("commanded"), InstantSource.system())) {
            run(ledger, vocabulary());
            double one = rate(ONE_CALLER, () -> carryOut(ledger, "one", ONE_CALLER, 1));
            row("command, durable, 1 caller", one, "/s", "");
            int each = claims / 2;
            double many = rate(each, () -> carryOut(ledger, "many", each, CALLERS));
            row("command, durable, " + CALLERS + " callers", many, "/s", ratio(many, raw));
        }
    }

    /** Claims, their second evidence and their revisions, in turn, by so many callers at once. */
    private static void carryOut(Ledger ledger, String prefix, int commands, int callers) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String mine = prefix + "-" + caller;
                all.add(threads.submit(() -> {
                    for (int i = 0; next.getAndIncrement() < commands; i++) {
                        String line = line(mine + "-" + i / 3, i, i % 3);
                        Outcome outcome = ledger.submit(Request.by("bench", "bench", command(line)));
                        if (!(outcome instanceof Outcome.Accepted)) {
                            throw new IllegalStateException(outcome + " of " + line);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static LedgerCommand command(String line) {
        var object = StrictJson.readObject(line.getBytes(StandardCharsets.UTF_8));
        String op = object.remove("op").stringValue();
        return OperationTable.readCommand(op, Fields.of(object));
    }

    private void imports(double raw) throws Exception {
        Path file = folder.resolve("bulk.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(vocabulary());
            for (int part = 0; part < 3; part++) {
                for (int i = 0; i < claims; i++) {
                    out.write(line("claim-" + i, i, part));
                    out.write('\n');
                }
            }
        }
        try (Ledger ledger = Ledger.open(folder.resolve("imported"), InstantSource.system());
                ReadModels readModels =
                        ReadModels.open(folder.resolve("imported/projections"), ledger.log(), ledger.id())) {
            int lines = 3 * claims + SOURCES + SUBJECTS + 1;
            double rate = rate(lines, () -> {
                try (InputStream in = Files.newInputStream(file)) {
                    new ImportRun(ledger, Caller.owner("bench"), "bench").run(in, result -> {
                        if (!result.refusals().isEmpty()) {
                            throw new IllegalStateException(result.toString());
                        }
                    });
                }
                row("import, file to durable, lines so far", ledger.log().head(), "", "");
                readModels.catchUp(ledger.log().head(), Duration.ofSeconds(10), applied -> {});
            });
            row("import, file to queryable", rate, "/s", ratio(rate, raw));
        }
    }

    private ReadModels rebuild(Ledger ledger) throws Exception {
        Path tables = folder.resolve("rebuilt");
        long events = ledger.log().head();
        double rate = rate((int) events, () -> {
            try (ReadModels readModels = ReadModels.open(tables, ledger.log(), ledger.id())) {
                readModels.catchUp(events, Duration.ofSeconds(10), applied -> {});
            }
        });
        double raw = events / RowInsertBaseline.insertSeconds(tables, folder.resolve("same-rows"));
        row("raw: batch insert of the same rows, in events", raw, "/s", "");
        row("rebuild of all tables, opened and closed", rate, "/s", ratio(rate, raw));
        ReadModels readModels = ReadModels.open(tables, ledger.log(), ledger.id());
        for (String name : List.of("directory", "claims")) {
            double again = rate((int) events, () -> {
                readModels.rebuild(name);
                while (readModels.health().stream().anyMatch(projectionHealth -> projectionHealth.rebuild() != null)) {
                    Thread.sleep(10);
                }
            });
            row("rebuild of " + name + " while it is read", again, "/s", "");
        }
        return readModels;
    }

    private void reads(Ledger ledger, ReadModels readModels, PlainTableBaseline plain) throws SQLException {
        long head = ledger.log().head();
        plain.history(claims, 3);
        Random random = new Random(1);
        compare(
                "claim from any viewpoint",
                ignored ->
                        readModels.readModelFor(Visibility.FULL).claims().claim(id(random), 1 + random.nextLong(head)),
                ignored -> plain.read(random.nextInt(claims), 1 + random.nextLong(3L * claims)),
                READS);
        compare(
                "page of 50 claims from any viewpoint",
                ignored -> readModels
                        .readModelFor(Visibility.FULL)
                        .claims()
                        .page(
                                ClaimFilter.ALL,
                                BitemporalPoint.asOf(head - random.nextInt(1_000)),
                                random.nextLong(head / 2),
                                50),
                ignored -> plain.page(random.nextInt(claims / 2), 3L * claims, 50),
                READS / 20);
        compare(
                "history of one claim",
                ignored -> readModels.readModelFor(Visibility.FULL).audit().ofClaim(id(random), head, 0, 50),
                ignored -> plain.historyOf(random.nextInt(claims)),
                READS / 4);
    }

    private ClaimId id(Random random) {
        return new ClaimId("claim-" + random.nextInt(claims));
    }

    /** Times single calls in turn, after a warm-up of as many again. */
    private static void compare(String what, LongConsumer ours, LongConsumer plain, int calls) {
        times(ours, calls);
        times(plain, calls);
        long[] mine = times(ours, calls);
        long[] theirs = times(plain, calls);
        row("raw: " + what + ", median", theirs[calls / 2] / 1e3, " µs", "");
        row(what + ", median", mine[calls / 2] / 1e3, " µs", ratio(mine[calls / 2], theirs[calls / 2]));
        row("raw: " + what + ", p99", theirs[calls * 99 / 100] / 1e3, " µs", "");
        row(
                what + ", p99",
                mine[calls * 99 / 100] / 1e3,
                " µs",
                ratio(mine[calls * 99 / 100], theirs[calls * 99 / 100]));
    }

    private static long[] times(LongConsumer call, int calls) {
        long[] times = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.accept(i);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times;
    }

    private static void run(Ledger ledger, String lines) throws IOException {
        new ImportRun(ledger, Caller.owner("bench"), "bench")
                .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), result -> {});
    }

    private static String vocabulary() {
        StringBuilder lines = new StringBuilder("""
            {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a","cardinality":"one_per:case"}
            """);
        each(lines, SOURCES, """
            {"op":"register_source","id":"source-%1$d","kind":"news_report","title":"Report %1$d","published":"2008-03"}
            """);
        each(lines, SUBJECTS, """
            {"op":"register_subject","id":"subject-%1$d","kind":"person","name":"Subject number %1$d"}
            """);
        return lines.toString();
    }

    private static void each(StringBuilder lines, int count, String form) {
        for (int i = 0; i < count; i++) {
            lines.append(form.formatted(i));
        }
    }

    private static String line(String claim, int i, int part) {
        IntFunction<String> source = n -> "source-" + Math.floorMod(n, SOURCES);
        return switch (part) {
            case 0 -> """
                {"op":"assert_claim","id":"%s","subject":"subject-%d","predicate":"sentenced",\
                "value":{"quantity":{"amount":%d,"unit":"a"}},"qualifiers":{"case":"%s"},"valid":"2006~/..",\
                "statement":"The subject was given %d years.",\
                "evidence":{"source":"%s","attribution":["A court","An agency"],"locator":"paragraph 12"}}\
                """.formatted(claim, i % SUBJECTS, i % 30 + 1, claim, i % 30 + 1, source.apply(i));
            case 1 -> """
                {"op":"attach_evidence","claim":"%s","source":"%s","stance":"supports","locator":"page 3"}\
                """.formatted(claim, source.apply(i + 7));
            default -> """
                {"op":"revise_claim","claim":"%s","kind":"update","changes":{"valid":"2006~/2013"},\
                "basis":{"source":"%s"},"reason":"annulled"}\
                """.formatted(claim, source.apply(i + 11));
        };
    }

    /** An operation to time. */
    interface MeasuredTask {
        void run() throws Exception;
    }

    private static double rate(int things, MeasuredTask measuredTask) throws Exception {
        long start = System.nanoTime();
        measuredTask.run();
        return things / ((System.nanoTime() - start) / 1e9);
    }

    private static String ratio(double ours, double raw) {
        return "%.2f x raw".formatted(ours / raw);
    }

    private static void row(String what, double figure, String unit, String beside) {
        System.out.printf("%-62s %,12.0f%-4s %s%n", what, figure, unit, beside);
    }
}
