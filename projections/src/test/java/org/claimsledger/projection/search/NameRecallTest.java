package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures how well names are found and told apart, with pairs that are labelled from the tables of standards. */
class NameRecallTest {

    @TempDir
    Path folder;

    @Test
    void aSearchForAnotherSpellingOfANameFindsTheSubjectAmongTheFirstTen() throws Exception {
        List<NamePair> pairs = NamePairs.read();
        try (NameSearchLedger ledger = NameSearchLedger.of(NameSearchResults.namesToFindAmong(pairs), folder)) {
            NameSearchResults nameSearchResults = NameSearchResults.of(pairs, ledger);
            requireFound("all", nameSearchResults);
            requireFound("held out", nameSearchResults.heldOut());
        }
    }

    @Test
    void proposedDuplicatesAreRarelyWrongAndFewAreMissed() throws IOException {
        List<NamePair> pairs = NamePairs.read();
        requireRight("all", NameComparisons.of(pairs));
        requireRight(
                "held out",
                NameComparisons.of(pairs.stream().filter(NamePair::heldOut).toList()));
    }

    private static void requireFound(String pairs, NameSearchResults nameSearchResults) {
        System.out.println("Searches, " + pairs + ": " + nameSearchResults);
        assertThat(nameSearchResults.recall())
                .as(nameSearchResults + "\n" + nameSearchResults.failures())
                .isGreaterThanOrEqualTo(0.97);
    }

    private static void requireRight(String pairs, NameComparisons nameComparisons) {
        System.out.println("Candidates, " + pairs + ": " + nameComparisons);
        String wrong = nameComparisons + "\n" + nameComparisons.failures();
        assertThat(nameComparisons.precision()).as(wrong).isGreaterThanOrEqualTo(0.95);
        assertThat(nameComparisons.recall()).as(wrong).isGreaterThanOrEqualTo(0.85);
    }
}
