package org.claimsledger.projection.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "ALIEV, Rakhat Aliev",
        "sao, São Paulo",
        "lodz, ŁÓDŹ",
        "strasse, Straße",
        "STRASSE, straße",
        "Σίσυφος, ΣΊΣΥΦΟΣ",
        "istanbul, İstanbul",
        "алиев, Алиев",
        "ﬁne, a fine",
        "life aliev, Aliev got life",
        "iev, Aliev"
    })
    void wordsAreFoundWhateverTheirCaseDiacriticsAndOrder(String query, String text) {
        assertThat(Words.of(query).allIn(Words.fold(text))).isTrue();
    }

    @Test
    void allWordsHaveToOccur() {
        assertThat(Words.of("aliev prison").allIn(Words.fold("Aliev got life"))).isFalse();
    }

    @Test
    void noWordsAreNoCondition() {
        assertThat(Words.of(null).isEmpty()).isTrue();
        assertThat(Words.of(" \u00a0\t ").isEmpty()).isTrue();
    }
}
