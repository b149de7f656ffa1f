package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the labelled list is large and mixed enough for measurements. */
class NamePairsTest {

    @Test
    void theListHasEnoughPairsOfEveryLanguageAndOfNamesThatOnlyLookAlike() throws IOException {
        Map<String, Long> same = NamePairs.read().stream()
                .filter(NamePair::same)
                .collect(Collectors.groupingBy(NamePairsTest::family, Collectors.counting()));
        assertThat(same.get("ru")).isGreaterThanOrEqualTo(70);
        assertThat(same.get("uk")).isGreaterThanOrEqualTo(50);
        assertThat(same.get("kk")).isGreaterThanOrEqualTo(50);
        assertThat(same.get("ar")).isGreaterThanOrEqualTo(60);
        assertThat(same.get("other")).isGreaterThanOrEqualTo(40);
        assertThat(NamePairs.read()).filteredOn(it -> !it.same()).hasSizeGreaterThanOrEqualTo(160);
    }

    @Test
    void aPairOccursOnceWithTwoSpellingsAndARule() throws IOException {
        Set<Set<String>> seen = new HashSet<>();
        List<NamePair> pairs = new ArrayList<>(NamePairs.read());
        pairs.addAll(NamePairs.readWider());
        for (NamePair pair : pairs) {
            assertThat(pair.a()).isNotEqualTo(pair.b());
            assertThat(seen.add(Set.of(pair.a(), pair.b())))
                    .as(pair.a() + " | " + pair.b())
                    .isTrue();
            for (String cell : List.of(pair.a(), pair.b(), pair.language(), pair.rule())) {
                assertThat(cell).isNotBlank().isEqualTo(cell.strip());
                assertThat(Normalizer.isNormalized(cell, Normalizer.Form.NFC))
                        .as(cell)
                        .isTrue();
            }
        }
    }

    @Test
    void aThirdOfTheListIsForDevelopmentAndNoSpellingIsInBothParts() throws IOException {
        List<NamePair> pairs = NamePairs.read();
        Set<String> development = spellings(pairs, NamePair.Part.DEVELOPMENT);
        assertThat(spellings(pairs, NamePair.Part.HELD_OUT)).doesNotContainAnyElementsOf(development);
        for (NamePair.Label label : NamePair.Label.values()) {
            List<NamePair> labelled =
                    pairs.stream().filter(it -> it.label() == label).toList();
            double share =
                    (double) labelled.stream().filter(it -> !it.heldOut()).count() / labelled.size();
            assertThat(share).isBetween(0.30, 0.37);
        }
    }

    private static Set<String> spellings(List<NamePair> pairs, NamePair.Part part) {
        Set<String> spellings = new HashSet<>();
        pairs.stream().filter(it -> it.part() == part).forEach(it -> {
            spellings.add(it.a());
            spellings.add(it.b());
        });
        return spellings;
    }

    private static String family(NamePair pair) {
        return Set.of("ru", "uk", "kk", "ar").contains(pair.language()) ? pair.language() : "other";
    }
}
