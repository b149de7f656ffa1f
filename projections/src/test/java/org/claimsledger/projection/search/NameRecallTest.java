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
        try (KnownNames known = KnownNames.of(Searches.namesToFindAmong(pairs), folder)) {
            Searches searches = Searches.of(pairs, known);
            requireFound("all", searches);
            requireFound("held out", searches.heldOut());
        }
    }

    @Test
    void candidatesAreRarelyWrongAndMostAreProposed() throws IOException {
        List<NamePair> pairs = NamePairs.read();
        requireRight("all", Verdicts.of(pairs));
        requireRight(
                "held out", Verdicts.of(pairs.stream().filter(NamePair::heldOut).toList()));
    }

    private static void requireFound(String which, Searches searches) {
        System.out.println("Searches, " + which + ": " + searches);
        assertThat(searches.recall()).as(searches + "\n" + searches.failures()).isGreaterThanOrEqualTo(0.97);
    }

    private static void requireRight(String which, Verdicts verdicts) {
        System.out.println("Candidates, " + which + ": " + verdicts);
        String wrong = verdicts + "\n" + verdicts.failures();
        assertThat(verdicts.precision()).as(wrong).isGreaterThanOrEqualTo(0.95);
        assertThat(verdicts.recall()).as(wrong).isGreaterThanOrEqualTo(0.85);
    }
}
