package org.claimsledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.search.SearchIndex;

/**
 * Searching among subjects of ten names each, and claims about them, beside plain Lucene: the same terms of the same
 * names added to an index of its own, and one term looked up in it. Arguments: an empty folder and a number of
 * subjects.
 */
final class SearchBench {

    private static final int NAMES = 10;
    private static final int QUERIES = 2_000;
    private static final int PAGE = 20;

    private static final List<String> GIVEN = List.of(
            "Aidar",
            "Aigul",
            "Aleksandr",
            "Alikhan",
            "Almas",
            "Andrey",
            "Assel",
            "Azamat",
            "Bakhyt",
            "Bolat",
            "Daniyar",
            "Darkhan",
            "Dinara",
            "Dmitry",
            "Erlan",
            "Galiya",
            "Gulnara",
            "Ilya",
            "Kairat",
            "Karim",
            "Kanat",
            "Leila",
            "Madina",
            "Marat",
            "Mukhtar",
            "Natalya",
            "Nurlan",
            "Nursultan",
            "Olga",
            "Rakhat",
            "Saule",
            "Serik",
            "Sergey",
            "Svetlana",
            "Talgat",
            "Timur",
            "Vladimir",
            "Yerzhan",
            "Yulia",
            "Zhanar");
    private static final List<String> STEMS = List.of(
            "Abd", "Ab", "Akhmet", "Al", "Altyn", "Amir", "Bai", "Bek", "Dauren", "Dzhaks", "Esen", "Gali", "Ibra",
            "Iskak", "Kasym", "Kenzhe", "Khas", "Kul", "Mukash", "Mura", "Nazar", "Nur", "Omar", "Orynb", "Petr",
            "Rakhim", "Sadyk", "Sarsen", "Seit", "Shaik", "Sul", "Tass", "Tok", "Uteb", "Vasil", "Yess", "Zhan",
            "Zhum");
    private static final List<String> MIDDLES = List.of(
            "", "ba", "be", "bo", "da", "ga", "gali", "ga", "ha", "ka", "kha", "ke", "ldi", "ma", "mukha", "na", "ra",
            "sy", "ta", "te", "tai", "ulla", "zha");
    private static final List<String> ENDS =
            List.of("ev", "ov", "uly", "kyzy", "eva", "ova", "in", "bayev", "enko", "sky");

    private final Path folder;
    private final int subjects;

    private SearchBench(Path folder, int subjects) {
        this.folder = folder;
        this.subjects = subjects;
    }

    public static void main(String[] arguments) throws Exception {
        new SearchBench(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        System.out.printf("%,d subjects, %,d names%n", subjects, subjects * NAMES);
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system());
                ReadModels readModels = ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id())) {
            load(ledger);
            long head = ledger.log().head();
            readModels.catchUp(head, Duration.ofSeconds(10), applied -> {});
            raw();
            rebuild(readModels);
            searches(readModels.readModelFor(Visibility.FULL).search(), head);
        }
    }

    private void searches(Search search, long head) {
        row("subjects, as it is held", i -> subject(search, name(i * 7, i % NAMES), head));
        row("subjects, in another spelling", i -> subject(search, respelled(name(i * 7, 0), new Random(i)), head));
        row("subjects, with a misprint", i -> subject(search, misprinted(name(i * 7, 0), new Random(i)), head));
        row("subjects, surname only", i -> subject(search, name(i * 7, 0).split(" ")[1], head));
        row("subjects, given name only", i -> subject(search, GIVEN.get(i % GIVEN.size()), head));
        row("subjects, some letters of a name", i -> {
            String surname = name(i * 7, 0).split(" ")[1];
            return subject(search, surname.substring(0, 1 + i % Math.min(5, surname.length())), head);
        });
        row("subjects, any position", i -> subject(search, name(i * 7, i % NAMES), head / 2 + i % (head / 2)));
        row("claims, name and a word", i -> claims(search, name(i * 7, 3) + " given", head));
        row("claims, words of a statement", i -> claims(search, "given years " + i % 30, head));
        row("claims, one letter", i -> claims(search, String.valueOf((char) ('a' + i % 26)), head));
    }

    private static Object subject(Search search, String q, long asOf) {
        return search.subjects(q, null, asOf, 0, PAGE);
    }

    private static Object claims(Search search, String q, long asOf) {
        return search.claims(q, ClaimFilter.ALL, BitemporalPoint.asOf(asOf), 0, PAGE);
    }

    private void rebuild(ReadModels readModels) throws InterruptedException {
        int generation = health(readModels).generation();
        long since = System.nanoTime();
        readModels.rebuild(SearchIndex.NAME);
        while (health(readModels).generation() == generation
                && health(readModels).rebuildError() == null) {
            Thread.sleep(20);
        }
        rate("the index made anew, names and as many claims / 10", since);
    }

    private static ProjectionHealth health(ReadModels readModels) {
        return readModels.health().getLast();
    }

    /** Adds the same terms of the same names to a plain index. */
    private void raw() throws IOException {
        Path plain = folder.resolve("plain");
        try (MMapDirectory directory = new MMapDirectory(plain)) {
            List<Set<String>> keys = new ArrayList<>();
            long making = System.nanoTime();
            for (int i = 0; i < subjects * NAMES; i++) {
                keys.add(NameKeys.indexTerms(Name.of(name(i / NAMES, i % NAMES))));
            }
            rate("keys of names, one thread", making);
            long adding = System.nanoTime();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(48))) {
                for (int i = 0; i < keys.size(); i++) {
                    Document document = new Document();
                    document.add(new StringField("id", "subject-" + i / NAMES, Field.Store.YES));
                    document.add(new TextField("name", name(i / NAMES, i % NAMES), Field.Store.YES));
                    keys.get(i).forEach(key -> document.add(new StringField("key", key, Field.Store.NO)));
                    writer.addDocument(document);
                }
                writer.commit();
            }
            rate("raw: the same terms in an index of Lucene's, one thread", adding);
            keys.clear();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                row("raw: a word in Lucene's index, the best 20", i -> {
                    try {
                        String surname = name(i * 7, 0).split(" ")[1];
                        return searcher.search(new TermQuery(new Term("name", surname.toLowerCase())), PAGE);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
    }

    private void rate(String what, long since) {
        double seconds = (System.nanoTime() - since) / 1e9;
        System.out.printf("%-60s %,12.0f/s%n", what, subjects * NAMES / seconds);
    }

    /** Times single calls, after a warm-up of as many again. */
    private static void row(String what, IntFunction<Object> call) {
        times(call);
        long[] times = times(call);
        System.out.printf(
                "%-60s median %,10.0f µs, p99 %,10.0f µs, most %,10.0f µs%n",
                what, times[QUERIES / 2] / 1e3, times[QUERIES * 99 / 100] / 1e3, times[QUERIES - 1] / 1e3);
    }

    private static long[] times(IntFunction<Object> call) {
        long[] times = new long[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long start = System.nanoTime();
            call.apply(i);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times;
    }

    /** Names of a subject, identical in every run. */
    private String name(int subject, int number) {
        Random random = new Random(subject % subjects * 31L);
        random.nextInt();
        String given = any(GIVEN, random);
        String surname = any(STEMS, random) + any(MIDDLES, random) + any(MIDDLES, random) + any(ENDS, random);
        String father = any(GIVEN, random);
        Random spelling = new Random(subject * 100L + number);
        return switch (number) {
            case 0 -> given + " " + surname;
            case 1 -> surname + " " + given;
            case 2 -> given + " " + father + "ovich " + surname;
            case 3 -> cyrillic(given + " " + surname);
            case 4 -> cyrillic(surname + " " + given + " " + father);
            case 5 -> given.charAt(0) + ". " + surname;
            default -> respelled(given + " " + surname, spelling);
        };
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String respelled(String name, Random random) {
        String spelled = name;
        for (String[] rule : new String[][] {
            {"kh", "h"}, {"zh", "j"}, {"y", "i"}, {"ev", "yev"}, {"u", "ou"}, {"k", "q"}, {"iya", "ia"}, {"ss", "s"}
        }) {
            if (random.nextBoolean()) {
                spelled = spelled.replace(rule[0], rule[1]);
            }
        }
        return spelled;
    }

    private static String misprinted(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String cyrillic(String name) {
        String[][] pairs = {
            {"zh", "ж"},
            {"kh", "х"},
            {"sh", "ш"},
            {"ya", "я"},
            {"yu", "ю"},
            {"ye", "е"},
            {"a", "а"},
            {"b", "б"},
            {"v", "в"},
            {"g", "г"},
            {"d", "д"},
            {"e", "е"},
            {"z", "з"},
            {"i", "и"},
            {"y", "ы"},
            {"k", "к"},
            {"l", "л"},
            {"m", "м"},
            {"n", "н"},
            {"o", "о"},
            {"p", "п"},
            {"r", "р"},
            {"s", "с"},
            {"t", "т"},
            {"u", "у"},
            {"h", "х"},
            {"j", "ж"},
            {"q", "қ"}
        };
        String written = name.toLowerCase();
        for (String[] pair : pairs) {
            written = written.replace(pair[0], pair[1]);
        }
        return written;
    }

    private void load(Ledger ledger) throws Exception {
        if (ledger.log().head() > 0) {
            return;
        }
        Path file = folder.resolve("bulk.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a","cardinality":"many"}
                {"op":"register_source","id":"report","kind":"news_report","title":"Report"}
                """);
            for (int i = 0; i < subjects; i++) {
                List<String> others = new ArrayList<>();
                for (int number = 1; number < NAMES; number++) {
                    others.add("\"" + name(i, number) + "\"");
                }
                out.write("""
                    {"op":"register_subject","id":"subject-%d","kind":"person","name":"%s","alsoKnownAs":%s}
                    """.formatted(i, name(i, 0), others));
            }
            for (int i = 0; i < subjects; i++) {
                out.write("""
                    {"op":"assert_claim","id":"claim-%d","subject":"subject-%d","predicate":"sentenced",\
                    "value":{"quantity":{"amount":%d,"unit":"a"}},"statement":"The subject was given %d years.",\
                    "evidence":{"source":"report","quote":{"exact":"a sentence of %d years in case %d"}}}
                    """.formatted(i, i, i % 30 + 1, i % 30 + 1, i % 30 + 1, i));
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
}
