package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimsledger.api.body.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a fuzzer begins with, and whatever one has found, holds; docs/reliability.md has the command for the fuzzing itself. */
@Timeout(120)
class SeedsTest {

    @Test
    void everyOpHasASeed() {
        Commands.ops().forEach(op -> assertThat(Seeds.folder(Targets.LINES).resolve(op.replace('_', '-')))
                .exists());
    }

    @ParameterizedTest
    @EnumSource
    void everySeedIsTakenAsItShouldBe(Targets target) throws IOException {
        List<Path> seeds = Seeds.of(target);
        assertThat(seeds).hasSizeGreaterThan(5);
        assertThat(Seeds.words(target)).exists();
        try (Target open = target.open()) {
            for (Path seed : seeds) {
                try {
                    open.take(Files.readAllBytes(seed));
                } catch (Exception | AssertionError fault) {
                    throw new AssertionError("%s does not hold: %s".formatted(seed, fault), fault);
                }
            }
        }
    }
}
