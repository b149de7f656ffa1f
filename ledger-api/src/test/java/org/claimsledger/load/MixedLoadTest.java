package org.claimsledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of the harness; docs/operations.md has the command for an hour. */
@Timeout(180)
class MixedLoadTest {

    @TempDir
    Path folder;

    @Test
    void underMixedLoadNothingThatWasAcknowledgedIsLostAndNothingFails() throws Exception {
        assertThat(MixedLoad.run(folder.resolve("load"), Duration.ofSeconds(10), 20, 1))
                .contains(" 0 lost", "write 200", "write 201", "read 200", "follow 200", "rude 400");
    }
}
