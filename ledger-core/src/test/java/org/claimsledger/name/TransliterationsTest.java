package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two standards' spellings of one name are alike, and spellings of two names are not. */
class TransliterationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "uk", "kk", "ar"})
    void spellingsOfOneNameByAnyTwoStandardsAreTheSame(String language) {
        List<String> missed = new ArrayList<>();
        int pairs = 0;
        for (List<String> spellings : allSpellings(language)) {
            for (String one : spellings) {
                for (String other : spellings) {
                    pairs++;
                    if (Likeness.ofOnePerson(Name.of(one), Name.of(other)).score() < Likeness.ONE_PERSON) {
                        missed.add(one + " | " + other);
                    }
                }
            }
        }
        assertThat(missed).hasSizeLessThan(pairs / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "uk", "kk", "ar"})
    void spellingsOfOneNameByAnyTwoStandardsMeetInTheIndex(String language) {
        List<String> missed = new ArrayList<>();
        int pairs = 0;
        for (List<String> spellings : allSpellings(language)) {
            for (String one : spellings) {
                for (String other : spellings) {
                    pairs++;
                    if (!KeyMatching.opens(Name.of(one), Name.of(other))) {
                        missed.add(one + " | " + other);
                    }
                }
            }
        }
        assertThat(missed).hasSizeLessThan(pairs / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "uk", "kk", "ar"})
    void spellingsOfTwoNamesAreTwoWhateverTheStandards(String language) {
        List<String> mistaken = new ArrayList<>();
        int pairs = 0;
        for (boolean given : new boolean[] {true, false}) {
            List<List<String>> all = spellings(language, given);
            Random random = new Random(42);
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    String one = any(all.get(i), random);
                    String other = any(all.get(j), random);
                    pairs++;
                    if (Likeness.ofOnePerson(Name.of(one), Name.of(other)).score() >= Likeness.ONE_PERSON) {
                        mistaken.add(one + " | " + other);
                    }
                }
            }
        }
        assertThat(mistaken).hasSizeLessThan(2 + pairs / 5_000);
    }

    private static List<List<String>> allSpellings(String language) {
        List<List<String>> all = spellings(language, true);
        all.addAll(spellings(language, false));
        return all;
    }

    private static List<List<String>> spellings(String language, boolean given) {
        List<List<String>> all = new ArrayList<>();
        for (String name : given ? NativeNames.given(language) : NativeNames.surnames(language)) {
            all.add(NativeNames.spellings(language, name));
        }
        return all;
    }

    private static String any(List<String> spellings, Random random) {
        return spellings.get(random.nextInt(spellings.size()));
    }
}
