package org.claimsledger.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cutting texts into words. */
class TokenizedTextTest {

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
        "Ali, Aliev",
        "brien, O’Brien",
        "example, https://www.example.org/a",
        "listed 1, listed-10",
        "2007, ٢٠٠٧",
        "1999, １９９９",
        "aliev, Ａｌｉｅｖ",
        "علي, عَلِي",
        "علي, عـــلي",
        "총리, 전 총리가",
        "纳扎尔, 努尔苏丹纳扎尔巴耶夫",
        "東京, 前東京都知事",
        "กรุงเทพ, ที่กรุงเทพมหานคร",
        "😀, so 😀 it ended",
        "№ 7, Case №7"
    })
    void wordsAreFoundWhateverTheirCaseMarksAndOrder(String query, String text) {
        assertThat(finds(query, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"aliev prison, Aliev got life", "iev, Aliev", "扎纳, 努尔苏丹纳扎尔巴耶夫", "fine, fin", "aliev, Алиев"})
    void otherWordsAreNotFound(String query, String text) {
        assertThat(finds(query, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'  \u00a0\t '", "%", "* ? ~ ^ + - && || ! ( ) { } [ ] \" : / \\", "'\u200b\u200e'", "'\u0301'"})
    void signsThatAreNoWordsAreNothingToSearchFor(String query) {
        assertThat(SearchQuery.of(query).isEmpty()).isTrue();
    }

    @Test
    void anInvisibleCharacterDoesNotEndAWord() {
        assertThat(TokenizedText.of("Ali\u200dev A\u0301\u200eb").tokens())
                .extracting(TextToken::folded)
                .containsExactly("aliev", "ab");
    }

    @Test
    void aWordHasItsPlaceInTheTextAsWritten() {
        String text = "😀 Ünïted\u0301 states, 東京!";
        assertThat(TokenizedText.of(text).tokens())
                .extracting(it -> text.substring(it.from(), it.to()))
                .isEqualTo(List.of("😀", "Ünïted\u0301", "states", "東", "京"));
    }

    @Test
    void unpairedSurrogatesDoNoHarm() {
        assertThat(TokenizedText.of("a\ud83d b \ude00c").tokens()).isNotEmpty();
    }

    private static boolean finds(String query, String text) {
        TokenizedText tokenizedText = TokenizedText.of(text);
        return SearchQuery.of(query).terms().stream()
                .noneMatch(queryTerm -> queryTerm.matchingTokens(tokenizedText).isEmpty());
    }
}
