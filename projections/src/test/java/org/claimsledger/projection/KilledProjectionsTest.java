package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes while they apply a history and rebuild tables, {@code -Dkill.rounds} times. */
class KilledProjectionsTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int EVENTS_A_ROUND = 120;

    @TempDir
    Path folder;

    @Test
    void afterEveryKillTheTablesAreThoseOfAFreshBuild() throws Exception {
        Random random = new Random();
        long seed = random.nextLong();
        int rebuilt = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            int from = round == 1 ? 0 : (round - 1) * EVENTS_A_ROUND;
            int to = round * EVENTS_A_ROUND;
            killWhileItApplies(seed, from, to, random.nextInt(400));

            MemoryLog log = RandomDeskHistory.history(seed, to);
            try (ReadModels readModels = ReadModels.open(
                    folder.resolve("killed"),
                    log,
                    ReadModelFixture.LEDGER,
                    List.of(new RegistryProjection(), new ClaimsProjection(log)),
                    KilledProjectionProcess.FREQUENT)) {
                rebuilt += readModels.applied() == 0 ? 1 : 0;
                ReadModelFixture.awaitCaughtUp(readModels, log);
            }
            Path fresh = folder.resolve("fresh-" + round);
            ReadModelFixture.of(log.atOnce(), fresh).close();
            assertThat(RawTableFiles.rows(folder.resolve("killed")))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(RawTableFiles.rows(fresh.resolve("projections")));
        }
        System.out.println(ROUNDS + " kills, tables rebuilt after " + rebuilt);
    }

    private void killWhileItApplies(long seed, int from, int to, int after) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KilledProjectionProcess.class.getName(),
                        folder.resolve("killed").toString(),
                        Long.toString(seed),
                        Integer.toString(from),
                        Integer.toString(to))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals("open")) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo("open");
            process.waitFor(after, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
