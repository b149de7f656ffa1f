package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.cli.ProgramRunner.ProgramResult;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens from the command line: of a server, of a folder, of a database. */
class TokenCommandTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");

    @TempDir
    Path folder;

    @Test
    void aTokenMadeInAStoppedLedgersFolderIsTakenWhenItRunsAndRevokedThereIsNot() {
        Path data = folder.resolve("ledger");
        ProgramRunner.run("import", SAMPLE, "--data", data);
        ProgramResult made = ProgramRunner.run("token", "create", "night.desk", "--role", "reporter", "--data", data);
        assertThat(made.exit()).as(made.text()).isZero();
        assertThat(made.text()).contains("The token night.desk (reporter) is taken until ");
        String secret = secret(made);

        try (RunningLedger ledger = RunningLedger.in(data)) {
            assertThat(ledger.get("/session", "Authorization", "Bearer " + secret)
                            .json()
                            .path("actor")
                            .stringValue())
                    .isEqualTo("night.desk");
            ProgramResult refused = ProgramRunner.run("token", "list", "--data", data);
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.text()).contains("is open in this process already");
        }
        ProgramResult listed = ProgramRunner.run("token", "list", "--data", data);
        assertThat(listed.text()).containsPattern("night.desk +reporter +20\\S+Z +20\\S+Z +20\\d\\d-\\d\\d-\\d\\d\\s");

        assertThat(ProgramRunner.run("token", "revoke", "night.desk", "--data", data)
                        .text())
                .contains("The token night.desk is not taken any more.");
        assertThat(ProgramRunner.run("token", "list", "--data", data).text())
                .containsPattern("night.desk .* 20\\d\\d-\\d\\d-\\d\\d  20\\S+Z\\s");
        try (RunningLedger ledger = RunningLedger.in(data)) {
            assertThat(ledger.get("/session", "Authorization", "Bearer " + secret)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void tokensOfARunningServerAreMadeListedAndRevokedThroughIt() {
        try (RunningLedger ledger = RunningLedger.in(folder.resolve("ledger"))) {
            Object[] there = {"--server", ledger.base(), "--token", RunningLedger.TOKEN};
            ProgramResult made = run(there, "token", "create", "night", "--role", "EDITOR", "--expires", "2027-12-31");
            assertThat(made.exit()).as(made.text()).isZero();
            assertThat(made.text()).contains("2027-12-31T23:59:59.999999Z");
            String secret = secret(made);
            assertThat(ledger.get("/session", "Authorization", "Bearer " + secret)
                            .status())
                    .isEqualTo(200);
            assertThat(run(there, "token", "list").text()).contains("night ").doesNotContain(secret);

            ProgramResult again = run(there, "token", "create", "night", "--role", "reader");
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.text()).contains("409: Another token has the name, or had it.");
            assertThat(run(there, "token", "revoke", "night").exit()).isZero();
            assertThat(ledger.get("/session", "Authorization", "Bearer " + secret)
                            .status())
                    .isEqualTo(401);

            Object[] night = {"--server", ledger.base(), "--token", secret};
            assertThat(run(night, "token", "list").text()).contains("401");
        }
    }

    @Test
    void tokensOfADatabaseAreMadeBesideItsNodes() {
        PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
        try (RunningLedger node = RunningLedger.onDatabase(postgresDatabase, folder.resolve("node"))) {
            Object[] there = {
                "--store",
                "postgres",
                "--postgres-url",
                postgresDatabase.url(),
                "--postgres-user",
                postgresDatabase.user()
            };
            String secret = secret(run(there, "token", "create", "night", "--role", "editor"));
            Awaitility.await()
                    .until(() -> node.get("/session", "Authorization", "Bearer " + secret)
                                    .status()
                            == 200);
            assertThat(run(there, "token", "revoke", "night").exit()).isZero();
            Awaitility.await()
                    .until(() -> node.get("/session", "Authorization", "Bearer " + secret)
                                    .status()
                            == 401);
        }
    }

    @Test
    void aWrongCommandLineIsOne() {
        Path data = folder.resolve("ledger");
        ProgramRunner.run("import", SAMPLE, "--data", data);

        assertThat(ProgramRunner.run("token").exit()).isEqualTo(2);
        assertThat(ProgramRunner.run("token", "create", "night", "--data", data).exit())
                .isEqualTo(2);
        assertThat(ProgramRunner.run("token", "create", "night", "--role", "owner", "--data", data)
                        .exit())
                .isEqualTo(2);
        assertThat(ProgramRunner.run(
                                "token", "create", "night", "--role", "reader", "--expires", "soon", "--data", data)
                        .exit())
                .isEqualTo(2);
        assertThat(ProgramRunner.run("token", "revoke", "nobody", "--data", data)
                        .exit())
                .isEqualTo(2);
        assertThat(ProgramRunner.run("token", "list", "--data", folder.resolve("nothing"))
                        .exit())
                .isEqualTo(2);
        ProgramResult reserved = ProgramRunner.run("token", "create", "admin", "--role", "reader", "--data", data);
        assertThat(reserved.exit()).isEqualTo(1);
        assertThat(reserved.text())
                .contains("The name admin is the program's own")
                .doesNotContain("Exception");
    }

    @Test
    void aFileOfTokensThatCannotBeReadIsNamedInASentence() throws Exception {
        Path data = folder.resolve("ledger");
        ProgramRunner.run("import", SAMPLE, "--data", data);
        Files.writeString(data.resolve("tokens.json"), "{");

        ProgramResult programResult = ProgramRunner.run("token", "list", "--data", data);

        assertThat(programResult.exit()).isEqualTo(1);
        assertThat(programResult.text()).contains("The tokens in " + data.resolve("tokens.json") + " cannot be read.");
        assertThat(ProgramRunner.run("verify", "--data", data).exit())
                .as("the folder is free again")
                .isZero();
    }

    private static ProgramResult run(Object[] place, Object... words) {
        Object[] all = new Object[words.length + place.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(place, 0, all, words.length, place.length);
        return ProgramRunner.run(all);
    }

    private static String secret(ProgramResult programResult) {
        String last = programResult.text().lines().reduce((one, next) -> next).orElse("");
        assertThat(last).as(programResult.text()).matches("clm_[A-Za-z0-9_-]{43}");
        return last;
    }
}
