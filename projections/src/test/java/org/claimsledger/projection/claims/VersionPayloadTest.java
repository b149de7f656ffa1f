package org.claimsledger.projection.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.bestknown.Compatibility.ValueAgreement;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.claim.Review;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.claims.VersionPayload.DerivedEvidence;
import org.claimsledger.projection.claims.VersionPayload.EvidencePayload;
import org.claimsledger.projection.claims.VersionPayload.ReviewRef;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

class VersionPayloadTest {

    private final Random random = new Random(1);

    @Test
    void aPayloadIsReadAsItWasWritten() {
        for (int i = 0; i < 10_000; i++) {
            VersionPayload versionPayload = payload();
            VersionPayload read = VersionPayload.decode(versionPayload.encode());
            assertThat(read).isEqualTo(versionPayload);
            assertThat(read.evidence())
                    .extracting(it -> it.origin().name())
                    .isEqualTo(versionPayload.evidence().stream()
                            .map(it -> it.origin().name())
                            .toList());
        }
    }

    private VersionPayload payload() {
        List<EvidencePayload> evidencePayloads = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            evidencePayloads.add(new EvidencePayload(
                    position(),
                    position(),
                    random.nextBoolean(),
                    ValueAgreement.values()[random.nextInt(3)],
                    position(),
                    instant(),
                    random.nextBoolean() ? Origin.named("Әли  B") : new Origin("\nkey", "Title"),
                    random.nextBoolean() ? null : new DerivedEvidence(new EvidenceId("r2"), new SourceId("wire")),
                    reviewed()));
        }
        return new VersionPayload(
                position(),
                reviewed(),
                decided(),
                decided(),
                decided(),
                evidencePayloads,
                List.of(position(), position(), position()));
    }

    private ReviewRef reviewed() {
        return random.nextBoolean()
                ? null
                : new ReviewRef(
                        Review.ReviewState.values()[random.nextInt(3)],
                        position(),
                        random.nextBoolean() ? null : instant());
    }

    private DecisionRef decided() {
        return random.nextBoolean() ? null : new DecisionRef(1 + position(), random.nextBoolean() ? null : instant());
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
