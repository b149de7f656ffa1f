package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.value.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for every text, however odd. */
class AnyTextIsANameTest {

    /** Parts of names that are read in a special way. */
    private static final String[] PARTS = {
        "Rakhat",
        "Алиев",
        "محمد",
        "عبد",
        "ال",
        "الله",
        "abd",
        "al",
        "ar",
        "-",
        " ",
        ".",
        ",",
        "'",
        "ʿ",
        "sch",
        "x",
        "j",
        "R.",
        "Yu.",
        "din",
        "ولد",
        "bin",
        "МҰХТАРҰЛЫ",
        "MXHMD",
        "\u200f",
        "\u0301",
        "🙂",
        "\ud83d",
        "王",
        "ё",
        "ŝ",
        "ç",
        "É",
        "1"
    };

    private static final int CASES = 3_000;

    private final RandomTexts random = new RandomTexts(1);

    @Test
    void anyTextHasAFewWordsAndKeys() {
        for (int i = 0; i < CASES; i++) {
            requireBounded(text());
        }
    }

    @Test
    void aNameIsItself() {
        for (int i = 0; i < CASES; i++) {
            String text = text();
            assertThat(Likeness.ofOnePerson(Name.of(text), Name.of(text)))
                    .as(text)
                    .isEqualTo(new Likeness(1, LikenessKind.EXACT));
            assertThat(Likeness.ofQuery(Name.of(text), Name.of(text)))
                    .as(text)
                    .isEqualTo(new Likeness(1, LikenessKind.EXACT));
        }
    }

    @Test
    void twoNamesAreAsAlikeAsTheOtherWayRound() {
        for (int i = 0; i < CASES; i++) {
            String one = text();
            String other = text();
            Likeness same = Likeness.ofOnePerson(Name.of(one), Name.of(other));
            assertThat(same).as("%s, %s", one, other).isEqualTo(Likeness.ofOnePerson(Name.of(other), Name.of(one)));
            assertThat(same.score()).isBetween(0.0, 1.0);
            assertThat(Likeness.ofQuery(Name.of(one), Name.of(other)).score()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "abd",
                "XH",
                "sch",
                "ال",
                "عبد",
                "'",
                "a'",
                "ў",
                "🙂",
                "\ud83d",
                "\udc00",
                "\u0301",
                "ﷺ",
                "İ",
                "ß",
                "al ",
                "abd al ",
                "a,",
                "A.",
                "R.-",
                "schtsch",
                "ai",
                "ch",
                "Chjwxngthdhuly ",
                "al-Chjwxngthdh ",
                "ab ",
                "\u202e",
                "\u0000"
            })
    void whateverIsRepeatedTenThousandTimesIsOneToo(String part) {
        requireBounded(part.repeat(10_000));
        requireBounded("Rakhat " + part.repeat(10_000) + " Aliyev");
    }

    private static void requireBounded(String text) {
        Name name = Name.of(text);
        assertThat(name.foldedWords())
                .as(text)
                .hasSizeLessThanOrEqualTo(Name.WORDS)
                .doesNotContain("");
        assertThat(NameKeys.indexTerms(name))
                .hasSizeLessThanOrEqualTo(NameKeys.MAX_INDEX_TERMS)
                .allMatch(key -> key.length() <= 1_001);
        assertThat(NameKeys.queryTerms(name).stream()
                        .mapToInt(word -> word.terms().size())
                        .sum())
                .isLessThanOrEqualTo(NameKeys.MAX_QUERY_TERMS);
        assertThat(Likeness.ofQuery(Name.of("Rakhat Aliyev"), name).score()).isBetween(0.0, 1.0);
    }

    private String text() {
        return switch (random.between(0, 2)) {
            case 0 -> random.any(80);
            case 1 -> likely();
            default -> random.any(80) + likely();
        };
    }

    private String likely() {
        return random.some(random.between(0, 12), PARTS).collect(Collectors.joining());
    }
}
