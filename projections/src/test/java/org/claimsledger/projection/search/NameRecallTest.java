package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures how well names are found and told apart, with pairs that are labelled from the tables of standards. */
class NameRecallTest {

    private static final double SPELLINGS_FOUND = 0.97;
    private static final double WIDER_FOUND = 0.9;
    private static final double RIGHT = 0.95;
    private static final double SPELLINGS_PROPOSED = 0.85;
    private static final double WIDER_PROPOSED = 0.8;

    @TempDir
    Path folder;

    @Test
    void aSubjectIsAmongTheFirstTenByAnotherSpellingOfItsName() throws Exception {
        List<NamePair> spellings = NamePairs.read();
        List<NamePair> wider = NamePairs.readWider();
        List<String> names = new ArrayList<>(NameSearchResults.namesToFindAmong(spellings));
        names.addAll(NameSearchResults.namesToFindAmong(wider));
        try (NameSearchLedger known = NameSearchLedger.of(names, folder)) {
            NameSearchResults ofSpellings = NameSearchResults.of(spellings, known);
            NameSearchResults ofWider = NameSearchResults.of(wider, known);
            requireFound("spellings, all", SPELLINGS_FOUND, ofSpellings);
            requireFound("spellings, held out", SPELLINGS_FOUND, ofSpellings.heldOut());
            requireFound("wider, all", WIDER_FOUND, ofWider);
            requireFound("wider, held out", WIDER_FOUND, ofWider.heldOut());
        }
    }

    @Test
    void candidatesAreRarelyWrongAndMostAreProposed() throws IOException {
        requireRight("spellings", SPELLINGS_PROPOSED, NamePairs.read());
        requireRight("wider", WIDER_PROPOSED, NamePairs.readWider());
    }

    private static void requireFound(String which, double least, NameSearchResults nameSearchResults) {
        System.out.println("Searches, " + which + ": " + nameSearchResults);
        assertThat(nameSearchResults.recall())
                .as(nameSearchResults + "\n" + nameSearchResults.failures())
                .isGreaterThanOrEqualTo(least);
    }

    private static void requireRight(String list, double least, List<NamePair> pairs) {
        requireRight(list + ", all", least, NameComparisons.of(pairs));
        requireRight(
                list + ", held out",
                least,
                NameComparisons.of(pairs.stream().filter(NamePair::heldOut).toList()));
    }

    private static void requireRight(String which, double least, NameComparisons nameComparisons) {
        System.out.println("Candidates, " + which + ": " + nameComparisons);
        String wrong = nameComparisons + "\n" + nameComparisons.failures();
        assertThat(nameComparisons.precision()).as(wrong).isGreaterThanOrEqualTo(RIGHT);
        assertThat(nameComparisons.recall()).as(wrong).isGreaterThanOrEqualTo(least);
    }
}
