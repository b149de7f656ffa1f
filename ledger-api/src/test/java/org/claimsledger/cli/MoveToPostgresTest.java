package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.claimsledger.cli.ProgramRunner.ProgramResult;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.PostgresForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Moving a ledger from files to a database and back. */
@Timeout(300)
class MoveToPostgresTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");

    @TempDir
    Path folder;

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
    private byte[] lines;

    @BeforeEach
    void aLedgerInFiles() {
        assertThat(ProgramRunner.run("import", SAMPLE, "--data", folder.resolve("files"))
                        .exit())
                .isZero();
        lines = ProgramRunner.standardOutput("export", "--data", folder.resolve("files"), "--compress", "zstd");
    }

    @Test
    void aLedgerThatGoesIntoADatabaseAndBackIsByteForByteTheSame() {
        ProgramResult moved = restored(lines);
        assertThat(moved).isEqualTo(new ProgramResult(0, "429 events restored.\n"));
        assertThat(ProgramRunner.run(on("verify")).exit()).isZero();

        byte[] back = ProgramRunner.standardOutput(on("export", "--compress", "zstd"));
        assertThat(back).isEqualTo(lines);
        Path again = folder.resolve("again");
        assertThat(ProgramRunner.runWithInput(new ByteArrayInputStream(back), "restore", "--data", again)
                        .exit())
                .isZero();
        assertThat(ProgramRunner.standardOutput("export", "--data", again, "--compress", "zstd"))
                .isEqualTo(lines);
    }

    @Test
    void aDatabaseThatHoldsALedgerIsNotRestoredInto() {
        assertThat(restored(lines).exit()).isZero();

        ProgramResult refused = restored(lines);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains("holds a ledger already").doesNotContain("Exception");
        assertThat(ProgramRunner.run(on("verify", "--no-tables", "--quiet")).exit())
                .isZero();
    }

    @Test
    void anExportThatDoesNotHoldLeavesTheDatabaseEmpty() {
        byte[] plain = ProgramRunner.standardOutput("export", "--data", folder.resolve("files"));
        String last = new String(plain, StandardCharsets.UTF_8);
        byte[] cutOff =
                last.substring(0, last.lastIndexOf('\n', last.length() - 2) + 1).getBytes(StandardCharsets.UTF_8);

        ProgramResult refused = restored(cutOff);
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.text()).contains("cut_off at line " + (last.lines().count() - 1));
        assertThat(restored(plain).exit()).isZero();
    }

    private ProgramResult restored(byte[] export) {
        return ProgramRunner.runWithInput(new ByteArrayInputStream(export), on("restore"));
    }

    private Object[] on(String... command) {
        String[] where = {
            "--store", "postgres",
            "--postgres-url", postgresDatabase.url(),
            "--postgres-user", postgresDatabase.user(),
            "--data", folder.resolve("node").toString()
        };
        return Stream.concat(Arrays.stream(command), Arrays.stream(where)).toArray();
    }
}
