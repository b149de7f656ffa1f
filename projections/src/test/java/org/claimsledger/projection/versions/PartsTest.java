package org.claimsledger.projection.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Review;
import org.claimsledger.projection.versions.Parts.Decided;
import org.claimsledger.projection.versions.Parts.Derived;
import org.claimsledger.projection.versions.Parts.Piece;
import org.claimsledger.projection.versions.Parts.Reviewed;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Random random = new Random(1);

    @Test
    void partsReadAsTheyWereWritten() {
        for (int i = 0; i < 10_000; i++) {
            Parts parts = parts();
            Parts read = Parts.read(parts.bytes());
            assertThat(read).isEqualTo(parts);
            assertThat(read.evidence())
                    .extracting(it -> it.origin().name())
                    .isEqualTo(parts.evidence().stream()
                            .map(it -> it.origin().name())
                            .toList());
        }
    }

    private Parts parts() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pieces.add(new Piece(
                    position(),
                    position(),
                    random.nextBoolean(),
                    SpeaksFor.values()[random.nextInt(3)],
                    position(),
                    instant(),
                    random.nextBoolean() ? Origin.named("Әли  B") : new Origin("\nkey", "Title"),
                    random.nextBoolean() ? null : new Derived(new EvidenceId("r2"), new SourceId("wire")),
                    reviewed()));
        }
        return new Parts(
                position(),
                reviewed(),
                decided(),
                decided(),
                decided(),
                pieces,
                List.of(position(), position(), position()));
    }

    private Reviewed reviewed() {
        return random.nextBoolean()
                ? null
                : new Reviewed(
                        Review.State.values()[random.nextInt(3)], position(), random.nextBoolean() ? null : instant());
    }

    private Decided decided() {
        return random.nextBoolean() ? null : new Decided(1 + position(), random.nextBoolean() ? null : instant());
    }

    private Instant instant() {
        return random.nextInt(10) == 0
                ? Instant.MIN
                : Instant.ofEpochSecond(
                        random.nextLong(-60_000_000_000L, 60_000_000_000L), random.nextInt(1_000_000_000));
    }

    private long position() {
        return random.nextLong() >>> 1 + random.nextInt(60);
    }
}
