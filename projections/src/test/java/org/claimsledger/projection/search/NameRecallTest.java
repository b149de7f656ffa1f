package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How well names are found and held apart, on pairs that were labelled from the tables of the standards. */
class NameRecallTest {

    @Test
    void candidatesAreRarelyWrongAndMostAreProposed() throws IOException {
        List<NamePair> pairs = NamePairs.read();
        requireCandidates(pairs);
        requireCandidates(pairs.stream().filter(NamePair::heldOut).toList());
    }

    private static void requireCandidates(List<NamePair> pairs) {
        Verdicts verdicts = Verdicts.of(pairs);
        System.out.println("Candidates: " + verdicts);
        assertThat(verdicts.precision())
                .as(verdicts + "\n" + verdicts.failures())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(verdicts.recall()).as(verdicts + "\n" + verdicts.failures()).isGreaterThanOrEqualTo(0.85);
    }
}
