package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimVersion;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims from any point of the recorded clock, held against the plain fold over the events up to there. */
class ClaimsAsOfTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aClaimAtAnyPositionIsTheFoldOfItsEventsUpToThere(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 220);
        try (Projections projections = Reading.of(log, folder)) {
            for (long asOf = 0; asOf <= log.head(); asOf++) {
                for (ClaimId id : RandomDesk.CLAIMS) {
                    assertThat(projections.claims().claim(id, asOf).orElse(null))
                            .as("claim %s as of %s", id, asOf)
                            .isEqualTo(expected(new PlainFold(log, asOf), id));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void aClaimHasAVersionForEachOfItsEventsAndTheLastOneLasts(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 220);
        try (Projections projections = Reading.of(log, folder)) {
            for (long asOf = 0; asOf <= log.head(); asOf += 7) {
                for (ClaimId id : RandomDesk.CLAIMS) {
                    assertThat(projections.claims().versions(id, asOf))
                            .as("versions of %s as of %s", id, asOf)
                            .isEqualTo(versions(new PlainFold(log, asOf), id));
                }
            }
        }
    }

    private static ClaimAt expected(PlainFold fold, ClaimId id) {
        Claim claim = fold.claim(id);
        List<Long> positions = fold.positions(Tag.claim(id));
        return claim == null ? null : new ClaimAt(claim, positions.getFirst(), positions.getLast());
    }

    private static List<ClaimVersion> versions(PlainFold fold, ClaimId id) {
        List<Long> positions = fold.positions(Tag.claim(id));
        List<ClaimVersion> versions = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            long from = positions.get(i);
            versions.add(new ClaimVersion(
                    i + 1,
                    i + 1,
                    from,
                    fold.log().recordedAt(from).orElseThrow(),
                    i + 1 < positions.size() ? positions.get(i + 1) : null));
        }
        return versions;
    }
}
