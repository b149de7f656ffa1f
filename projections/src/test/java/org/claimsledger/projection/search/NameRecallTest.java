package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well names are found and held apart, on pairs that were labelled from the tables of the standards. */
class NameRecallTest {

    @TempDir
    Path folder;

    @Test
    void aSubjectIsAmongTheFirstTenByAnotherSpellingOfItsName() throws Exception {
        List<NamePair> pairs = NamePairs.read();
        try (NameSearchLedger known = NameSearchLedger.of(NameSearchResults.namesToFindAmong(pairs), folder)) {
            NameSearchResults nameSearchResults = NameSearchResults.of(pairs, known);
            requireFound("all", nameSearchResults);
            requireFound("held out", nameSearchResults.heldOut());
        }
    }

    @Test
    void candidatesAreRarelyWrongAndMostAreProposed() throws IOException {
        List<NamePair> pairs = NamePairs.read();
        requireRight("all", NameComparisons.of(pairs));
        requireRight(
                "held out",
                NameComparisons.of(pairs.stream().filter(NamePair::heldOut).toList()));
    }

    private static void requireFound(String which, NameSearchResults nameSearchResults) {
        System.out.println("Searches, " + which + ": " + nameSearchResults);
        assertThat(nameSearchResults.recall())
                .as(nameSearchResults + "\n" + nameSearchResults.failures())
                .isGreaterThanOrEqualTo(0.97);
    }

    private static void requireRight(String which, NameComparisons nameComparisons) {
        System.out.println("Candidates, " + which + ": " + nameComparisons);
        String wrong = nameComparisons + "\n" + nameComparisons.failures();
        assertThat(nameComparisons.precision()).as(wrong).isGreaterThanOrEqualTo(0.95);
        assertThat(nameComparisons.recall()).as(wrong).isGreaterThanOrEqualTo(0.85);
    }
}
