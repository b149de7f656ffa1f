package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registered names that the terms of a searched name find. */
class NameKeysTest {

    @Test
    void theVeryWordsWeighMost() {
        assertThat(KeyMatching.meets(Name.of("Rakhat Aliyev"), Name.of("ALIYEV, Rakhat"), 1))
                .isTrue();
        assertThat(KeyMatching.meets(Name.of("Алиев"), Name.of("Rakhat Aliyev"), 1))
                .isFalse();
        assertThat(KeyMatching.meets(Name.of("Алиев"), Name.of("Rakhat Aliyev"), 0.75))
                .isTrue();
        assertThat(KeyMatching.meets(Name.of("Akiyev"), Name.of("Rakhat Aliyev"), 0.75))
                .isFalse();
    }

    @Test
    void anInitialMatchesButMakesNoCandidate() {
        assertThat(KeyMatching.opens(Name.of("R."), Name.of("Rakhat Aliyev"))).isFalse();
        assertThat(KeyMatching.opens(Name.of("Rakhat"), Name.of("R. Petrov"))).isFalse();
        assertThat(KeyMatching.wordsMet(Name.of("R. Aliyev"), Name.of("Rakhat Aliyev")))
                .isEqualTo(2);
        assertThat(KeyMatching.wordsMet(Name.of("R. Aliyev"), Name.of("Рахат Алиев")))
                .isEqualTo(2);
        assertThat(KeyMatching.wordsMet(Name.of("Rakhat Aliyev"), Name.of("R. Aliyev")))
                .isEqualTo(2);
        assertThat(KeyMatching.wordsMet(Name.of("D. Aliyev"), Name.of("Rakhat Aliyev")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nurkadilov, Nurkadiov",
        "Nurkadilov, Nurkadtilov",
        "Nurkadilov, Nurkatilov",
        "Nurkadilov, Nurkaidlov",
        "Nurkadilov, Burkadilov",
        "Aliyev, Akiyev",
        "Aliyev, Alieyv",
        "Aliyev, Aleyv",
        "Rakhat, Rakhst",
        "Rakhat, Rathat",
        "Алиев, Агиев",
        "Нұрқаділов, Нұрқадіов"
    })
    void oneMisprintIsFoundInAWordThatIsAskedForAlone(String held, String asked) {
        assertThat(KeyMatching.opens(Name.of(asked), Name.of(held))).isTrue();
        assertThat(Likeness.ofQuery(Name.of(asked), Name.of(held)).score()).isGreaterThanOrEqualTo(Likeness.MATCH);
    }

    @Test
    void besideOtherWordsAMisprintMatchesButMakesNoCandidate() {
        assertThat(KeyMatching.wordsMet(Name.of("Rakhat Akiyev"), Name.of("Rakhat Aliyev")))
                .isEqualTo(2);
        assertThat(KeyMatching.opens(Name.of("Zamanbek Akiyev"), Name.of("Rakhat Aliyev")))
                .isFalse();
    }

    @Test
    void anInitialIsNoWordThatIsAsShort() {
        assertThat(KeyMatching.opens(Name.of("р"), Name.of("rue rue"))).isFalse();
        assertThat(KeyMatching.opens(Name.of("rue"), Name.of("R."))).isFalse();
        assertThat(Likeness.isSpelledIn(Name.of("р"), Name.of("rue rue"))).isFalse();
        assertThat(Likeness.isSpelledIn(Name.of("rue"), Name.of("R. Aliyev"))).isFalse();
        assertThat(Likeness.isSpelledIn(Name.of("алиев"), Name.of("R. Aliyev"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Kaspi Bank JSC, Kaspi Bank OAO",
        "Sovereignbank, Sovereign Bank",
        "Alexander Mac Donald, Alexander MacDonald",
        "ibn Laden, bin Ladin",
        "Смирнов, Smirnoff"
    })
    void everyWordOfAQueryIsMetInItsOtherForms(String asked, String held) {
        Name name = Name.of(asked);
        assertThat(KeyMatching.wordsMet(name, Name.of(held)))
                .isEqualTo(name.words().size());
    }

    @Test
    void theNameOfAServantIsFoundByWhomHeServes() {
        assertThat(KeyMatching.opens(Name.of("Rahman"), Name.of("Abd al-Rahman")))
                .isTrue();
        assertThat(KeyMatching.opens(Name.of("عبدالرحمن"), Name.of("Abdurrahman")))
                .isTrue();
    }

    @Test
    void textsWithoutALetterAreFoundAsTheyAre() {
        assertThat(KeyMatching.opens(Name.of("🙂"), Name.of(" 🙂 "))).isTrue();
        assertThat(KeyMatching.opens(Name.of("🙂"), Name.of("🙁"))).isFalse();
    }

    @Test
    void keysAreFew() {
        assertThat(NameKeys.indexTerms(Name.of("Rakhat Aliyev"))).hasSizeLessThan(30);
        assertThat(NameKeys.indexTerms(Name.of("Рахат Мухтарович Алиев"))).hasSizeLessThan(45);
        assertThat(NameKeys.indexTerms(Name.of("عبد العزيز بن عبد الرحمن آل سعود")))
                .hasSizeLessThan(80);
    }
}
