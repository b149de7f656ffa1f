package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            ints = {TextRules.NAME, TextRules.STATEMENT, TextRules.NOTE, TextRules.SHORT, TextRules.VALUE, TextRules.URL
            })
    void aTextHasALimit(int limit) {
        assertAccepted(() -> TextRules.line("x".repeat(limit - 1), limit));
        assertAccepted(() -> TextRules.line("x".repeat(limit), limit));
        assertRefused(() -> TextRules.line("x".repeat(limit + 1), limit), RefusalCode.TEXT_TOO_LONG);
        assertAccepted(() -> TextRules.lines("x".repeat(limit), limit));
        assertRefused(() -> TextRules.lines("x".repeat(limit + 1), limit), RefusalCode.TEXT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Әлиев", "رخت علييف", "\ud83d\ude00", " a ", "\"quoted\"", "a\\b", "e\u0301", "\uffff"})
    void aTextIsOfAnyScriptAndKeptAsItIs(String text) {
        assertThat(TextRules.line(text, 10)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  \u2003", "\u00a0", "\u202f\u2007"})
    void aBlankTextIsRefused(String text) {
        assertRefused(() -> TextRules.line(text, 10), RefusalCode.INVALID_TEXT);
        assertRefused(() -> TextRules.lines(text, 10), RefusalCode.INVALID_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u0007", "a\u001b[0m", "a\u007f", "a\u0085b"})
    void controlCharactersAreRefused(String text) {
        assertRefused(() -> TextRules.line(text, 10), RefusalCode.INVALID_TEXT);
        assertRefused(() -> TextRules.lines(text, 10), RefusalCode.INVALID_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
    void onlyTextOfManyLinesHasLineBreaks(String text) {
        assertRefused(() -> TextRules.line(text, 10), RefusalCode.INVALID_TEXT);
        assertAccepted(() -> TextRules.lines(text, 10));
        assertRefused(() -> TextRules.lines("\n\t", 10), RefusalCode.INVALID_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void loneSurrogatesAreRefused(String text) {
        assertRefused(() -> TextRules.line(text, 10), RefusalCode.INVALID_TEXT);
        assertRefused(() -> TextRules.lines(text, 10), RefusalCode.INVALID_TEXT);
    }

    @Test
    void aListIsCopiedAndAnAbsentOneIsEmpty() {
        assertThat(TextRules.entries(null)).isEmpty();
        assertThat(TextRules.entries(Arrays.asList(1, 2))).containsExactly(1, 2).isUnmodifiable();
    }

    @Test
    void aMapIsCopiedInTheOrderOfItsKeysAndAnAbsentOneIsEmpty() {
        TreeMap<String, String> backwards = new TreeMap<>(java.util.Comparator.reverseOrder());
        backwards.putAll(java.util.Map.of("a", "1", "b", "2"));

        assertThat(TextRules.<String>mapAt("/map", null, 10)).isEmpty();
        assertThat(TextRules.mapAt("/map", backwards, 10).keySet())
                .isEqualTo(new java.util.TreeSet<>(List.of("a", "b")));
        assertThat(List.copyOf(TextRules.mapAt("/map", backwards, 10).keySet())).containsExactly("a", "b");
    }
}
