package org.claimsledger.projection.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {

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
        "rfe, R\u200BFE/RL",
        "médiapart, Me\u0301diapart",
        "ＲＦＥ, rfe",
        "iev, Aliev"
    })
    void wordsAreFoundWhateverTheirCaseDiacriticsAndOrder(String query, String text) {
        assertThat(SearchTokens.of(query).allOccurIn(SearchTokens.fold(text))).isTrue();
    }

    @Test
    void allWordsHaveToOccur() {
        assertThat(SearchTokens.of("aliev prison").allOccurIn(SearchTokens.fold("Aliev got life")))
                .isFalse();
    }

    @Test
    void anEmptyQueryHasNoWords() {
        assertThat(SearchTokens.of(null).tokens()).isEmpty();
        assertThat(SearchTokens.of(" \u00a0\t ").tokens()).isEmpty();
    }
}
