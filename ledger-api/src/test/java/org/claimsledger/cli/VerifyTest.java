package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A folder as the command line leaves it, and as somebody else does. */
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
        assertThat(out.toString()).contains("387 events and 144 claims read; everything holds.");
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
        change("projections", "projections", "update claim_version set revision = revision + 1 where claim_no = 264");

        assertThat(run("verify", "--data", data())).isEqualTo(4);
        assertThat(out.toString()).contains("@264 the tables tell claim otembaev-sentence otherwise than its events");
    }

    @Test
    void aFolderThatIsNotThereIsNotBegun() {
        assertThat(run("verify", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(folder.resolve("ledger")).doesNotExist();
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

    private void change(String file, String user, String sql) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("ledger").resolve(file).toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
        }
    }
}
