package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.versions.ClaimsProjection;

/** A process that applies a random history, now and then makes its tables anew, and does not stop by itself. */
final class AppliesUntilKilled {

    /** Often, so that a kill falls into any moment of it. */
    static final Pace HASTY = new Pace(15, Duration.ofMillis(5), 200);

    private AppliesUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        MemoryLog all = RandomDesk.history(Long.parseLong(arguments[1]), Integer.parseInt(arguments[3]));
        MemoryLog log = all.upTo(Integer.parseInt(arguments[2]));
        Random random = new Random();
        Projections projections = Projections.open(
                folder, log, Reading.LEDGER, List.of(new DirectoryProjection(), new ClaimsProjection(log)), HASTY);
        System.out.println("open");
        while (true) {
            log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(1, 20)));
            projections.catchUp(log.head(), Duration.ofSeconds(1), applied -> {});
            if (random.nextInt(10) == 0 && projections.health().stream().allMatch(it -> it.rebuild() == null)) {
                projections.rebuild(random.nextBoolean() ? "claims" : "directory");
            }
        }
    }
}
