package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.claimsledger.api.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Rebuilding tables from the command line. */
class RebuildCommandTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aTableThatSomebodyChangedIsRightAgain() throws Exception {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();
        assertThat(run("verify", "--data", data())).isZero();
        String url = "jdbc:h2:" + folder.resolve("ledger/projections/claims-1").toAbsolutePath();
        try (var connection = DriverManager.getConnection(url, "projections", "")) {
            connection.createStatement().executeUpdate("update claim_version set revision = revision + 1");
        }
        assertThat(run("verify", "--data", data())).isEqualTo(4);

        assertThat(run("rebuild", "claims", "--data", data())).isZero();

        assertThat(out.toString()).contains("claims: generation 2 is in use.");
        assertThat(run("verify", "--data", data())).isZero();
    }

    @Test
    void allProjectionsOfARunningServerAreMadeAnew() {
        try (RunningLedger ledger = RunningLedger.in(folder.resolve("ledger"))) {
            String server = ledger.base().toString();
            assertThat(run("rebuild", "--all", "--server", server, "--token", RunningLedger.TOKEN))
                    .isZero();

            assertThat(out.toString())
                    .contains(
                            "directory: generation 2 is in use.",
                            "claims: generation 2 is in use.",
                            "search: generation 2 is in use.");
            assertThat(run("rebuild", "claims", "--server", server, "--token", "another"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsNoProjectionAndWhatNamesNoneIsAWrongCommandLine() {
        assertThat(run("import", SAMPLE.toString(), "--data", data())).isZero();

        assertThat(run("rebuild", "nothing", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out.toString()).contains("There is no projection nothing, only directory, claims, search");
        assertThat(run("rebuild", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("rebuild", "claims", "--all", "--data", data())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("rebuild", "claims", "--data", folder.resolve("nothing").toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
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
}
