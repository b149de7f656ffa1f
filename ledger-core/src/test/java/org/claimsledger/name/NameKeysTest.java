package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which held names the terms of an asked one find. */
class NameKeysTest {

    @Test
    void theVeryWordsWeighMost() {
        assertThat(Meeting.meets(Name.of("Rakhat Aliyev"), Name.of("ALIYEV, Rakhat"), 1))
                .isTrue();
        assertThat(Meeting.meets(Name.of("Алиев"), Name.of("Rakhat Aliyev"), 1)).isFalse();
        assertThat(Meeting.meets(Name.of("Алиев"), Name.of("Rakhat Aliyev"), 0.75))
                .isTrue();
        assertThat(Meeting.meets(Name.of("Akiyev"), Name.of("Rakhat Aliyev"), 0.75))
                .isFalse();
    }

    @Test
    void anInitialMatchesButMakesNoCandidate() {
        assertThat(Meeting.opens(Name.of("R."), Name.of("Rakhat Aliyev"))).isFalse();
        assertThat(Meeting.opens(Name.of("Rakhat"), Name.of("R. Petrov"))).isFalse();
        assertThat(Meeting.wordsMet(Name.of("R. Aliyev"), Name.of("Rakhat Aliyev")))
                .isEqualTo(2);
        assertThat(Meeting.wordsMet(Name.of("R. Aliyev"), Name.of("Рахат Алиев")))
                .isEqualTo(2);
        assertThat(Meeting.wordsMet(Name.of("Rakhat Aliyev"), Name.of("R. Aliyev")))
                .isEqualTo(2);
        assertThat(Meeting.wordsMet(Name.of("D. Aliyev"), Name.of("Rakhat Aliyev")))
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
        assertThat(Meeting.opens(Name.of(asked), Name.of(held))).isTrue();
        assertThat(Likeness.found(Name.of(asked), Name.of(held)).score()).isGreaterThanOrEqualTo(Likeness.FOUND);
    }

    @Test
    void besideOtherWordsAMisprintMatchesButMakesNoCandidate() {
        assertThat(Meeting.wordsMet(Name.of("Rakhat Akiyev"), Name.of("Rakhat Aliyev")))
                .isEqualTo(2);
        assertThat(Meeting.opens(Name.of("Zamanbek Akiyev"), Name.of("Rakhat Aliyev")))
                .isFalse();
    }

    @Test
    void theNameOfAServantIsFoundByWhomHeServes() {
        assertThat(Meeting.opens(Name.of("Rahman"), Name.of("Abd al-Rahman"))).isTrue();
        assertThat(Meeting.opens(Name.of("عبدالرحمن"), Name.of("Abdurrahman"))).isTrue();
    }

    @Test
    void textsWithoutALetterAreFoundAsTheyAre() {
        assertThat(Meeting.opens(Name.of("🙂"), Name.of(" 🙂 "))).isTrue();
        assertThat(Meeting.opens(Name.of("🙂"), Name.of("🙁"))).isFalse();
    }

    @Test
    void keysAreFew() {
        assertThat(NameKeys.held(Name.of("Rakhat Aliyev"))).hasSizeLessThan(30);
        assertThat(NameKeys.held(Name.of("Рахат Мухтарович Алиев"))).hasSizeLessThan(45);
        assertThat(NameKeys.held(Name.of("عبد العزيز بن عبد الرحمن آل سعود"))).hasSizeLessThan(80);
    }
}
