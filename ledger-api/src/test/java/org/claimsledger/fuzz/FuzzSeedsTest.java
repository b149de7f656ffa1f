package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimsledger.api.operation.OperationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All seeds, and all inputs that a fuzzer once found, hold; docs/reliability.md has the command for fuzzing. */
@Timeout(120)
class FuzzSeedsTest {

    @Test
    void everyOpHasASeed() {
        OperationTable.ops()
                .forEach(op -> assertThat(FuzzSeeds.folder(FuzzTargets.LINES).resolve(op.replace('_', '-')))
                        .exists());
    }

    @ParameterizedTest
    @EnumSource
    void everySeedIsTakenAsItShouldBe(FuzzTargets target) throws IOException {
        List<Path> seeds = FuzzSeeds.of(target);
        assertThat(seeds).hasSizeGreaterThan(5);
        assertThat(FuzzSeeds.dictionary(target)).exists();
        try (FuzzTarget open = target.open()) {
            for (Path seed : seeds) {
                try {
                    open.run(Files.readAllBytes(seed));
                } catch (Exception | AssertionError fault) {
                    throw new AssertionError("%s does not hold: %s".formatted(seed, fault), fault);
                }
            }
        }
    }
}
