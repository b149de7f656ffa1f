package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Verifying a folder, both intact and after somebody changed it. */
class VerifyTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");

    private static final String RENAMES_THE_SEVENTH =
            "update event set payload = stringtoutf8(replace(utf8tostring(payload), 'Place 7', 'Place 8'))"
                    + " where position = 7";

    private static final String PLACE =
            "{\"op\":\"register_subject\",\"id\":\"place-%1$d\",\"kind\":\"place\",\"name\":\"Place %1$d\"}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void theSampleCaseHolds() {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();

        assertThat(run("verify", "--data", data())).isZero();
        assertThat(out.toString()).contains("429 events and 164 claims read; everything holds.");
    }

    @Test
    void anEventThatWasChangedInTheFileIsNamed() throws Exception {
        Path file = folder.resolve("subjects.ndjson");
        Files.writeString(
                file, IntStream.rangeClosed(1, 1_500).mapToObj(PLACE::formatted).collect(Collectors.joining("\n")));
        assertThat(run("import", file.toString(), "--data", data())).isZero();
        change("events", "ledger", RENAMES_THE_SEVENTH);

        assertThat(run("verify", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains("@7 its hash does not fit its content", "faults: 1");
    }

    @Test
    void aTableThatTellsAClaimOtherwiseThanItsEventsIsNamed() throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        assertThat(run("verify", "--data", data())).isZero();
        change(
                "projections/claims-1",
                "projections",
                "update claim_version set revision = revision + 1 where claim_no = 299");

        assertThat(run("verify", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains("@299 the tables tell claim otembaev-sentence otherwise than its events");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        claim_id  | otembaev-sentence | @299 the index has not every word of claim otembaev-sentence
        source_id | rferl-2024-02     | the index has not every word of source rferl-2024-02
        name_word | otembaev          | the index has not every word of name
        """)
    void anIndexThatLacksWhatTheTablesHoldIsNoticed(String field, String value, String said) throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        assertThat(run("verify", "--data", data())).isZero();
        try (FSDirectory index = FSDirectory.open(Path.of(data(), "projections/search-1"));
                IndexWriter writer = new IndexWriter(index, new IndexWriterConfig())) {
            writer.deleteDocuments(new Term(field, value));
            writer.setLiveCommitData(writer.getLiveCommitData());
            writer.commit();
        }

        assertThat(run("verify", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains(said, "the index holds");
        assertThat(run("rebuild", "search", "--data", data())).isZero();
        assertThat(run("verify", "--data", data())).isZero();
    }

    @Test
    void whatVerifyEndsWithIsKeptAndNoticesAFolderThatWasPutBack() throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        Path before = folder.resolve("before");
        copy(Path.of(data()), before);
        Path file = Files.writeString(folder.resolve("one.ndjson"), PLACE.formatted(1));
        assertThat(run("import", file.toString(), "--data", data())).isZero();
        assertThat(run("verify", "--no-tables", "--data", data())).isZero();
        String kept = out.toString().lines().toList().getLast();
        assertThat(kept).matches("388:[0-9a-f]{64}");

        out.getBuffer().setLength(0);
        assertThat(run("verify", "--quiet", "--expect", kept, "--data", data())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("verify", "--quiet", "--expect", kept, "--data", before.toString()))
                .isEqualTo(4);
        assertThat(out.toString()).contains("@388 the log ends here, and had an event at 388, whose hash was kept");
        assertThat(run("verify", "--expect", "nonsense", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an event lost a tag      | delete from event_tag where packed = (select min(packed) from event_tag)                   | @1 is not found under its tag
        an event gained a tag    | insert into event_tag select max(packed) - 1 from event_tag                                | which is not its own
        a tag leads to no event  | insert into event_tag select max(packed) + 1 from event_tag                                | @388 the tag
        a tag of no dictionary   | insert into event_tag values (9000000000000000000)                                         | which the dictionary lacks
        a tag without events     | insert into tag values (100000, 'claim', 'nobody')                                         | the tag claim:nobody, under which there is no event
        a tag without its name   | delete from tag_by_name where packed = (select min(packed) from tag_by_name)               | is not found by its name
        a name of no tag         | insert into tag_by_name values (1)                                                         | is found by a name that is not its own
        an entry below zero      | insert into event_tag values (-42)                                                         | the index of tags holds the number -42, which is no entry
        a tag below all others   | insert into tag values (-7, 'claim', 'nobody')                                             | the dictionary holds a tag under the number -7, which is never given
        a tag above all others   | insert into tag values (9000000000, 'claim', 'nobody')                                     | the dictionary holds a tag under the number 9000000000, which is never given
        a tag of two empty texts | insert into tag values (100000, '', '')                                                    | the tag :, under which there is no event
        a name below zero        | insert into tag_by_name values (-1)                                                        | is found by a name that is not its own
        a tag of another name    | update tag set tag_value = 'somebody-else' where id = 3                                    | somebody-else
        """)
    void anIndexOfTagsThatDoesNotFitIsNoticed(String what, String sql, String said) throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        change("events", "ledger", sql);

        assertThat(run("verify", "--no-tables", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains(said);
    }

    /** A value that a damaged page may show, whatever the columns allow. */
    @Test
    void aRowOfTheDictionaryThatNamesNoTagIsNoticed() throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        change(
                "events",
                "ledger",
                "alter table tag alter column tag_key set null",
                "alter table tag alter column tag_value set null",
                "update tag set tag_key = null, tag_value = null where id = 3");

        assertThat(run("verify", "--no-tables", "--data", data())).isEqualTo(4);
        assertThat(out.toString())
                .contains("the dictionary holds no name under the number 3", "is not found under its tag")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        projections/claims-1 | delete from claim_version where claim_no = 299                                     | @299 the tables tell claim otembaev-sentence otherwise
        projections/claims-1 | insert into claim_filing values (299, 299, 'e1', 'batch', 'somebody', 9223372036854775807) | @299 the tables tell claim otembaev-sentence otherwise
        projections/directory-1 | update entry_version set body = stringtoutf8(replace(utf8tostring(body), 'news_report', 'other')) where utf8tostring(body) like '%news_report%' | the tables tell source
        projections/directory-1 | delete from entry where area = 'subject' and id = 'rakhat-aliev'                    | the tables lack subject rakhat-aliev
        """)
    void tablesThatDifferFromTheLogAreNoticed(String file, String sql, String said) throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        assertThat(run("verify", "--data", data())).isZero();
        change(file, "projections", sql);

        assertThat(run("verify", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains(said);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotBegun() {
        assertThat(run("verify", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(folder.resolve("ledger")).doesNotExist();
    }

    @Test
    void aDatabaseIsImportedIntoAndVerifiedLikeAFolder() {
        PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
        String[] store = {
            "--store", "postgres", "--postgres-url", postgresDatabase.url(), "--postgres-user", postgresDatabase.user()
        };

        assertThat(run(and(store, "import", SAMPLE.toString()))).isZero();
        assertThat(run(and(store, "verify", "--data", data()))).isZero();
        assertThat(out.toString()).contains("429 events and 164 claims read; everything holds.");

        PostgresForTests.execute(postgresDatabase, "alter table event disable trigger all");
        PostgresForTests.execute(postgresDatabase, "update event set salt = sha256(salt) where position = 7");
        assertThat(run(and(store, "verify", "--data", data()))).isEqualTo(4);
        assertThat(out.toString()).contains("@7 its hash does not fit its content", "faults: 1");
    }

    @Test
    void aDatabaseWithoutAnAddressIsRefusedInOneSentence() {
        assertThat(run("verify", "--store", "postgres", "--data", data())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(out.toString()).contains("LEDGER_POSTGRES_URL").doesNotContain("Exception");
    }

    private static String[] and(String[] options, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    private String data() {
        return folder.resolve("ledger").toString();
    }

    private int run(String... arguments) {
        CommandLine line = ClaimsLedger.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(arguments);
    }

    private void change(String file, String user, String... sql) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("ledger").resolve(file).toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            int changed = 0;
            for (String statement : sql) {
                changed = connection.createStatement().executeUpdate(statement);
            }
            assertThat(changed).isPositive();
        }
    }
}
