package org.claimsledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of each harness; docs/reliability.md has the commands for many. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatIsKilledUnderClientsLosesAndDoublesNothingThatItAcknowledged() throws Exception {
        assertThat(CrashHarness.run(folder, 3, CrashHarness.Store.H2, 16, 1)).contains("3 kills", "0 lost");
    }

    @Test
    void aDamagedFolderIsRefusedOrFoundByVerifyOrHarmless() throws Exception {
        assertThat(DamageHarness.run(folder, 150, 1)).contains("150 damages", "0 unnoticed");
    }
}
