package org.claimsledger.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.claimsledger.value.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleCharactersTest {

    private static String written(String text) throws IOException {
        StringWriter page = new StringWriter();
        try (Writer writer = new VisibleCharacters(page)) {
            writer.write(text);
        }
        return page.toString();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068,
                0x2069, 0xFEFF, 0x061C, 0x180E, 0x3164, 0xFFA0, 0xE0041, 0x1D173
            })
    void whatHidesOrTurnsTheOrderRoundIsShownAsItsCode(int point) throws IOException {
        assertThat(written("Al" + Character.toString(point) + "iev")).isEqualTo("Al⟨U+%04X⟩iev".formatted(point));
    }

    @Test
    void aJoinerStaysWhereAScriptIsWrittenWithItAndWithinAnEmoji() throws IOException {
        String persian = "می‌خواهم";
        String sinhala = "ශ්‍රී";
        String family = "👩‍👧";

        assertThat(written(persian)).isEqualTo(persian);
        assertThat(written(sinhala)).isEqualTo(sinhala);
        assertThat(written(family)).isEqualTo(family);
        assertThat(written("Ali‍ev")).isEqualTo("Ali⟨U+200D⟩ev");
    }

    @Test
    void signsThatPrecedeANumberAreSeenAndStay() throws IOException {
        assertThat(written("؀١٢")).isEqualTo("؀١٢");
    }

    @Test
    void everythingElseIsWrittenAsItIsHoweverItComes() throws IOException {
        var random = new RandomTexts(1);
        for (int i = 0; i < 2_000; i++) {
            isWrittenAsItIsHoweverItComes(random.any(255));
        }
    }

    private static void isWrittenAsItIsHoweverItComes(String text) throws IOException {
        StringWriter oneByOne = new StringWriter();
        try (Writer writer = new VisibleCharacters(oneByOne)) {
            for (char c : text.toCharArray()) {
                writer.write(c);
            }
        }

        assertThat(oneByOne.toString()).isEqualTo(written(text));
        boolean isPlain = text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE
                        || point >= 0x034F && !Character.isLetterOrDigit(point)
                        || point > 0x10FF);
        if (isPlain) {
            assertThat(written(text)).isEqualTo(text);
        }
    }
}
