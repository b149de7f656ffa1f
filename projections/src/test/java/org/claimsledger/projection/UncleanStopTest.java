package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.table.TableDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens folders as a kill leaves them, or after somebody has tampered with them. */
class UncleanStopTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void rowsWrittenAfterTheLastCheckpointAreGoneAtTheNextStart(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Map<String, List<String>> fresh = freshRows(log);
        Path killed = killed(log);
        forge(killed, new Random(seed));

        try (ReadModels readModels = ReadModels.open(killed, log, ReadModelFixture.LEDGER)) {
            assertThat(readModels.health())
                    .extracting(ProjectionHealth::generation)
                    .containsOnly(1);
            ReadModelFixture.awaitCaughtUp(readModels, log);
        }

        assertThat(RawTableFiles.rows(killed)).isEqualTo(fresh);
    }

    @Test
    void tablesGoOnFromTheirLastCheckpoint() throws Exception {
        MemoryLog all = RandomDeskHistory.history(64, 250);
        MemoryLog log = all.upTo(100);
        Path killed = killed(log);
        log.catchUp(all, 250);

        try (ReadModels readModels = ReadModels.open(killed, log, ReadModelFixture.LEDGER)) {
            assertThat(readModels.applied()).isGreaterThanOrEqualTo(100);
            ReadModelFixture.awaitCaughtUp(readModels, log);
        }

        assertThat(RawTableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "claims-ledger-tables 1 999999 word\n", "claims-ledger-tables 7 0 \n", "nothing\n"})
    void tablesWithoutAValidPointerAreRebuilt(String pointer) throws Exception {
        MemoryLog log = RandomDeskHistory.history(65, 120);
        Path killed = killed(log);
        RawTableFiles.execute(RawTableFiles.of("claims", killed), "update claim_version set revision = revision + 1");
        Files.writeString(killed.resolve("claims.mark"), pointer);

        ReadModelFixture.awaitCaughtUp(ReadModels.open(killed, log, ReadModelFixture.LEDGER), log)
                .close();

        assertThat(RawTableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    @Test
    void truncatedTablesAreRebuilt() throws Exception {
        MemoryLog log = RandomDeskHistory.history(66, 120);
        Path killed = killed(log);
        Path file = TableDatabase.fileOnDisk(RawTableFiles.of("claims", killed));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        ReadModelFixture.awaitCaughtUp(ReadModels.open(killed, log, ReadModelFixture.LEDGER), log)
                .close();

        assertThat(RawTableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    /** A copy of the folder on disk, made while the projections are open and have applied the log. */
    private Path killed(MemoryLog log) throws Exception {
        Path copy = folder.resolve("killed");
        try (ReadModels readModels = ReadModelFixture.of(log, folder.resolve("open"))) {
            assertThat(readModels.applied()).isEqualTo(log.head());
            RawTableFiles.copy(folder.resolve("open/projections"), copy);
        }
        return copy;
    }

    private Map<String, List<String>> freshRows(MemoryLog log) throws Exception {
        Path fresh = folder.resolve("fresh-" + log.head());
        ReadModelFixture.of(log.atOnce(), fresh).close();
        return RawTableFiles.rows(fresh.resolve("projections"));
    }

    /** Adds rows of later events, ends that have not come, and a position that does not fit them. */
    private static void forge(Path killed, Random random) throws Exception {
        try (Connection connection = RawTableFiles.connect(RawTableFiles.of("claims", killed));
                Statement statement = connection.createStatement()) {
            statement.execute("insert into claim select claim_no + 100000, id || 'x', subject, predicate from claim");
            statement.execute("insert into claim_text select position + 100000, body from claim_text");
            statement.execute(
                    "update claim_version set recorded_to = 300 where mod(claim_no, 3) = " + random.nextInt(3));
            statement.execute("update standing set position = position - 1");
            statement.execute("shutdown immediately");
        }
    }
}
