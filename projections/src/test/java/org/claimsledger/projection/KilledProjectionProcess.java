package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;

/** A process that applies a random history, rebuilds its tables from time to time, and does not stop by itself. */
final class KilledProjectionProcess {

    /** Frequent checkpoints, so that a kill can come at any moment of one. */
    static final CheckpointPolicy FREQUENT = new CheckpointPolicy(15, Duration.ofMillis(5));

    private KilledProjectionProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        MemoryLog all = RandomDeskHistory.history(Long.parseLong(arguments[1]), Integer.parseInt(arguments[3]));
        MemoryLog log = all.upTo(Integer.parseInt(arguments[2]));
        Random random = new Random();
        ReadModels readModels = ReadModels.open(
                folder,
                log,
                ReadModelFixture.LEDGER,
                List.of(new RegistryProjection(), new ClaimsProjection(log)),
                FREQUENT);
        System.out.println("open");
        while (true) {
            log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(1, 20)));
            readModels.catchUp(log.head(), Duration.ofSeconds(1), applied -> {});
            if (random.nextInt(10) == 0 && readModels.health().stream().allMatch(it -> it.rebuild() == null)) {
                readModels.rebuild(random.nextBoolean() ? "claims" : "directory");
            }
        }
    }
}
