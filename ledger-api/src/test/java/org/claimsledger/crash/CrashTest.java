package org.claimsledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of each harness; docs/reliability.md has the commands for longer runs. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatIsKilledUnderClientsLosesAndDoublesNothingThatItAcknowledged() throws Exception {
        assertThat(CrashHarness.run(folder, 2, CrashHarness.StoreKind.H2, 16, 1))
                .contains("2 kills", "0 lost");
    }

    @Test
    void aServerWhosePostgresIsKilledGoesOnAndLosesAndDoublesNothing() throws Exception {
        assertThat(CrashHarness.run(folder, 2, CrashHarness.StoreKind.POSTGRES, 16, 1))
                .contains("2 kills", "0 lost");
    }

    @Test
    void aDamagedFolderIsRefusedOrFoundByVerifyOrHarmless() throws Exception {
        assertThat(DamageHarness.run(folder, 50, 1)).contains("50 damages", "0 unnoticed");
    }
}
