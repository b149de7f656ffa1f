package org.claimsledger.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;

/**
 * The best-known state and pages of claims from any viewpoint, with claims of 1, 4 and 10 versions, beside a plain
 * history table. Arguments: an empty folder and a number of claims, then the numbers of
 * versions, if others.
 */
final class ViewpointBench {

    private static final int SOURCES = 500;
    private static final int SUBJECTS_OF = 20;
    private static final int PAGE = 50;
    private static final int PAGES = 400;
    private static final int WHOLES = 7;
    private static final LocalDate DAY = LocalDate.of(2014, 6, 1);

    private final Path folder;
    private final int claims;
    private final int versions;
    private final Random random = new Random(1);

    private ViewpointBench(Path folder, int claims, int versions) {
        this.folder = folder;
        this.claims = claims;
        this.versions = versions;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int claims = Integer.parseInt(arguments[1]);
        List<String> given = Arrays.asList(arguments).subList(2, arguments.length);
        for (String versions : given.isEmpty() ? List.of("1", "4", "10") : given) {
            new ViewpointBench(folder.resolve(versions), claims, Integer.parseInt(versions)).run();
        }
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        System.out.printf("%,d claims of %d versions%n", claims, versions);
        try (PlainTableBaseline plain = new PlainTableBaseline(folder.resolve("plain"));
                Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
                ReadModels readModels = ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id())) {
            plain.history(claims, versions);
            load(ledger);
            while (!readModels.awaitApplied(ledger.log().head(), Duration.ofSeconds(10))) {
                if (readModels.health().stream().anyMatch(projectionHealth -> !projectionHealth.running())) {
                    throw new IllegalStateException(readModels.health().toString());
                }
            }
            pages(ledger.log().head(), readModels, plain);
            state(ledger.log().head(), readModels);
        }
    }

    private void pages(long head, ReadModels readModels, PlainTableBaseline plain) {
        LongConsumer raw =
                ignored -> plain.page(random.nextInt(claims / 2), random.nextLong((long) versions * claims), PAGE);
        LongConsumer recorded = ignored -> readModels
                .readModelFor(Visibility.FULL)
                .claims()
                .page(ClaimFilter.ALL, BitemporalPoint.asOf(asOf(head)), random.nextLong(head / 2), PAGE);
        LongConsumer published = ignored -> readModels
                .readModelFor(Visibility.FULL)
                .claims()
                .page(ClaimFilter.ALL, new BitemporalPoint(asOf(head), publishedBy()), random.nextLong(head / 2), PAGE);
        LongConsumer questions = ignored -> readModels
                .readModelFor(Visibility.FULL)
                .answers()
                .page(QuestionFilter.ALL, viewpoint(asOf(head), publishedBy()), random.nextLong(head / 2), PAGE);
        LongConsumer dossier = ignored -> readModels
                .readModelFor(Visibility.FULL)
                .answers()
                .page(
                        QuestionFilter.about(new SubjectId("subject-" + random.nextInt(claims / SUBJECTS_OF))),
                        viewpoint(asOf(head), publishedBy()),
                        0,
                        PAGE);
        LongConsumer claim = ignored -> readModels
                .readModelFor(Visibility.FULL)
                .claims()
                .claim(new ClaimId("claim-" + random.nextInt(claims)), new BitemporalPoint(asOf(head), publishedBy()));
        LongConsumer rawClaim =
                ignored -> plain.read(random.nextInt(claims), random.nextLong((long) versions * claims));
        row("raw: row of a history table", rawClaim, 10 * PAGES);
        row("claim, any asOf and publishedBy", claim, 10 * PAGES);
        row("raw: page of 50 rows of a history table", raw, PAGES);
        row("page of 50 claims, any asOf", recorded, PAGES);
        row("page of 50 claims, any asOf and publishedBy", published, PAGES);
        row("page of 50 questions, any asOf and publishedBy", questions, PAGES);
        row("dossier of a subject, any asOf and publishedBy", dossier, PAGES);
    }

    private void state(long head, ReadModels readModels) {
        AtomicInteger found = new AtomicInteger();
        row("whole state, all that is recorded", ignored -> each(readModels, viewpoint(head, null), found), WHOLES);
        row("whole state, any publishedBy", ignored -> each(readModels, viewpoint(head, publishedBy()), found), WHOLES);
        row(
                "whole state, any asOf and publishedBy",
                ignored -> each(readModels, viewpoint(asOf(head), publishedBy()), found),
                WHOLES);
        row(
                "claims that changed in the last 1,000 events, 50 of them",
                ignored -> readModels
                        .readModelFor(Visibility.FULL)
                        .claims()
                        .changed(BitemporalPoint.asOf(head - 1_000), BitemporalPoint.asOf(head), 0, PAGE),
                WHOLES);
    }

    private static void each(ReadModels readModels, Viewpoint viewpoint, AtomicInteger found) {
        readModels
                .readModelFor(Visibility.FULL)
                .answers()
                .each(QuestionFilter.ALL, viewpoint, item -> found.incrementAndGet());
    }

    /** Where most of the claims are there. */
    private long asOf(long head) {
        return head - random.nextLong(head / 2);
    }

    private Instant publishedBy() {
        return DAY.minusDays(random.nextInt(2_000))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(1, ChronoUnit.HOURS);
    }

    private static Viewpoint viewpoint(long asOf, Instant publishedBy) {
        return new Viewpoint(asOf, null, publishedBy, null, DAY);
    }

    private void load(Ledger ledger) throws Exception {
        if (ledger.log().head() > 0) {
            return;
        }
        Path file = folder.resolve("bulk.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("""
                {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a",\
                "cardinality":"one_per:case"}
                """);
            for (int i = 0; i < SOURCES; i++) {
                out.write("""
                    {"op":"register_source","id":"source-%1$d","kind":"news_report","title":"Report %1$d",\
                    "publisher":"Publisher %2$d","published":"%3$d"}
                    """.formatted(i, i % 40, 2000 + i % 14));
            }
            for (int i = 0; i < claims / SUBJECTS_OF; i++) {
                out.write("""
                    {"op":"register_subject","id":"subject-%1$d","kind":"person","name":"Subject number %1$d"}
                    """.formatted(i));
            }
            for (int version = 0; version < versions; version++) {
                for (int i = 0; i < claims; i++) {
                    out.write(line(i, version));
                    out.write('\n');
                }
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            new ImportRun(ledger, Caller.owner("bench"), "bench").run(in, result -> {
                if (!result.refusals().isEmpty()) {
                    throw new IllegalStateException(result.toString());
                }
            });
        }
    }

    /** Two claims of a subject compete for each question. */
    private String line(int i, int version) {
        int source = Math.floorMod(i + 7 * version, SOURCES);
        if (version == 0) {
            return """
                {"op":"assert_claim","id":"claim-%d","subject":"subject-%d","predicate":"sentenced",\
                "value":{"quantity":{"amount":%d,"unit":"a"}},"qualifiers":{"case":"case-%d"},"valid":"2006~/..",\
                "statement":"The subject was given %d years.",\
                "evidence":{"source":"source-%d","locator":"paragraph 12"}}\
                """.formatted(
                    i, i % (claims / SUBJECTS_OF), i % 30 + 1, i / (claims / SUBJECTS_OF) / 2, i % 30 + 1, source);
        }
        if (version % 2 == 1) {
            return """
                {"op":"attach_evidence","claim":"claim-%d","source":"source-%d","stance":"supports","locator":"page 3"}\
                """.formatted(i, source);
        }
        return """
            {"op":"revise_claim","claim":"claim-%d","kind":"update","changes":{"valid":"2006~/%d"},\
            "basis":{"source":"source-%d"},"reason":"annulled"}\
            """.formatted(i, 2010 + version, source);
    }

    /** Times single calls, after a warm-up of as many again. */
    private static void row(String what, LongConsumer call, int calls) {
        times(call, calls);
        long[] times = times(call, calls);
        System.out.printf(
                "%-60s median %,12.0f µs, p99 %,12.0f µs%n",
                what, times[calls / 2] / 1e3, times[calls * 99 / 100] / 1e3);
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
}
