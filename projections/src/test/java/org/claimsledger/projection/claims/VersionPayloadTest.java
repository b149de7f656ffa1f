package org.claimsledger.projection.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.bestknown.Attestation;
import org.claimsledger.bestknown.DateSpan;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Review;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
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
                    .extracting(EvidencePayload::originName)
                    .isEqualTo(versionPayload.evidence().stream()
                            .map(EvidencePayload::originName)
                            .toList());
            assertThat(read.evidence())
                    .extracting(it -> it.attestation().origin().name())
                    .isEqualTo(versionPayload.evidence().stream()
                            .map(EvidencePayload::originName)
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
                    any(ValueAgreement.values()),
                    random.nextBoolean(),
                    position(),
                    instant(),
                    any(Stance.values()),
                    any(Modality.values()),
                    attestation(),
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

    private Attestation attestation() {
        Origin origin = origin();
        return new Attestation(
                origin,
                random.nextBoolean() ? origin : origin(),
                date(),
                random.nextInt(4) == 0 ? null : any(Reliability.values()),
                random.nextInt(4) == 0 ? null : 1 + random.nextInt(6),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Origin origin() {
        return any(
                Origin.named("Әли  B"),
                Origin.named("agency a"),
                Origin.named("ΑΓΗΣ"),
                Origin.named("İ"),
                new Origin("\tsubject-a", "Agency A"),
                new Origin("source s", "Title"));
    }

    private DateSpan date() {
        Instant one = instant();
        Instant other = random.nextInt(10) == 0 ? Instant.MAX : instant();
        return one.isAfter(other) ? new DateSpan(other, one) : new DateSpan(one, other);
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

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    private long position() {
        return random.nextLong() >>> 1 + random.nextInt(60);
    }
}
