package org.claimsledger.store.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerLossTest {

    @TempDir
    Path parent;

    @Test
    void everythingAcknowledgedIsThereWhateverADiskKeepsAfterAPowerCut() throws Exception {
        for (int seed = 0; seed < 25; seed++) {
            new PowerLoss(parent.resolve("cut" + seed), seed).run();
        }
    }
}
