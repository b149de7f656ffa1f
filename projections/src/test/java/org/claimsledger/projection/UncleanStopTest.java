package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncleanStopTest {

    private static final SubjectId PLACE = new SubjectId("a-place");

    @TempDir
    Path folder;

    @Test
    void tablesThatNoCleanStopVouchesForAreMadeAnewWhateverTheyHold() throws Exception {
        Path file = folder.resolve("projections");
        MemoryLog log = new MemoryLog("log");
        log.append(
                "desk",
                new SubjectRegistered(
                        PLACE, new SubjectDetails(SubjectKind.PLACE, "A place", List.of(), true, new TreeMap<>())));
        try (Projections projections = Projections.open(file, log, "ledger")) {
            assertThat(projections.awaitApplied(1, Duration.ofSeconds(30))).isTrue();
        }
        Path closed = folder.resolve("projections.closed");
        assertThat(closed).exists();
        forgetPositions(file);
        Files.delete(closed);

        try (Projections projections = Projections.open(file, log, "ledger")) {
            assertThat(projections.awaitApplied(1, Duration.ofSeconds(30))).isTrue();
            assertThat(projections.directory().subject(PLACE, 1)).isPresent();
            assertThat(closed).doesNotExist();
        }
    }

    /** As after a kill: rows are there, and the position before them. */
    private static void forgetPositions(Path file) throws Exception {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:" + file.toAbsolutePath(), "projections", "")) {
            assertThat(connection.createStatement().executeUpdate("update projection set position = 0"))
                    .isPositive();
        }
    }
}
