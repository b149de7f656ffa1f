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
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.table.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as a kill leaves them, or somebody who meddles with them. */
class UncleanStopTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void rowsThatWereWrittenAfterTheTablesWereKeptAreGoneAtTheNextStart(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 250);
        Map<String, List<String>> fresh = freshRows(log);
        Path killed = killed(log);
        forge(killed, new Random(seed));

        try (Projections projections = Projections.open(killed, log, Reading.LEDGER)) {
            assertThat(projections.health()).extracting(Health::generation).containsOnly(1);
            Reading.caughtUp(projections, log);
        }

        assertThat(TableFiles.rows(killed)).isEqualTo(fresh);
    }

    @Test
    void tablesGoOnFromWhereTheyWereKeptLast() throws Exception {
        MemoryLog all = RandomDesk.history(64, 250);
        MemoryLog log = all.upTo(100);
        Path killed = killed(log);
        log.catchUp(all, 250);

        try (Projections projections = Projections.open(killed, log, Reading.LEDGER)) {
            assertThat(projections.applied()).isGreaterThanOrEqualTo(100);
            Reading.caughtUp(projections, log);
        }

        assertThat(TableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "claims-ledger-tables 1 999999 word\n", "claims-ledger-tables 7 0 \n", "nothing\n"})
    void tablesThatNoMarkVouchesForAreMadeAnewWhateverTheyHold(String mark) throws Exception {
        MemoryLog log = RandomDesk.history(65, 120);
        Path killed = killed(log);
        TableFiles.execute(TableFiles.of("claims", killed), "update claim_version set revision = revision + 1");
        Files.writeString(killed.resolve("claims.mark"), mark);

        Reading.caughtUp(Projections.open(killed, log, Reading.LEDGER), log).close();

        assertThat(TableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    @Test
    void tablesThatWereCutOffAreMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(66, 120);
        Path killed = killed(log);
        Path file = Database.onDisk(TableFiles.of("claims", killed));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        Reading.caughtUp(Projections.open(killed, log, Reading.LEDGER), log).close();

        assertThat(TableFiles.rows(killed)).isEqualTo(freshRows(log));
    }

    /** A copy of the folder as it is on disk while the projections are open and have applied all. */
    private Path killed(MemoryLog log) throws Exception {
        Path copy = folder.resolve("killed");
        try (Projections projections = Reading.of(log, folder.resolve("open"))) {
            assertThat(projections.applied()).isEqualTo(log.head());
            TableFiles.copy(folder.resolve("open/projections"), copy);
        }
        return copy;
    }

    private Map<String, List<String>> freshRows(MemoryLog log) throws Exception {
        Path fresh = folder.resolve("fresh-" + log.head());
        Reading.of(log.atOnce(), fresh).close();
        return TableFiles.rows(fresh.resolve("projections"));
    }

    /** Rows that are not there yet, ends that have not come, and a position as if all of that had been applied. */
    private static void forge(Path killed, Random random) throws Exception {
        try (Connection connection = TableFiles.connect(TableFiles.of("claims", killed));
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
