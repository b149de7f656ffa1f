package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.Refused;

/** Runs a reader, and fails on anything but a value or a complete refusal. */
final class RefusalCheck {

    private RefusalCheck() {}

    /** The value that is read; null if it is refused. */
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refused refused) {
            check(refused.refusals());
            return null;
        }
    }

    static void check(List<Refusal> refusals) {
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.code().code()).isNotBlank();
            assertThat(refusal.detail()).isNotBlank();
            assertThat(refusal.pointer()).matches("(?s)|/.*");
        });
    }
}
