package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every text, however odd. */
class AnyTextIsANameTest {

    @Property(tries = 3_000)
    void anyTextHasAFewWordsAndKeys(@ForAll("texts") String text) {
        requireBounded(text);
    }

    @Property(tries = 3_000)
    void aNameIsItself(@ForAll("texts") String text) {
        assertThat(Likeness.ofOnePerson(Name.of(text), Name.of(text))).isEqualTo(new Likeness(1, LikenessKind.EXACT));
        assertThat(Likeness.ofQuery(Name.of(text), Name.of(text))).isEqualTo(new Likeness(1, LikenessKind.EXACT));
    }

    @Property(tries = 3_000)
    void twoNamesAreAsAlikeAsTheOtherWayRound(@ForAll("texts") String one, @ForAll("texts") String other) {
        Likeness same = Likeness.ofOnePerson(Name.of(one), Name.of(other));
        assertThat(same).isEqualTo(Likeness.ofOnePerson(Name.of(other), Name.of(one)));
        assertThat(same.score()).isBetween(0.0, 1.0);
        assertThat(Likeness.ofQuery(Name.of(one), Name.of(other)).score()).isBetween(0.0, 1.0);
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
        assertThat(name.foldedWords()).hasSizeLessThanOrEqualTo(Name.WORDS).doesNotContain("");
        assertThat(NameKeys.indexTerms(name))
                .hasSizeLessThanOrEqualTo(NameKeys.MAX_INDEX_TERMS)
                .allMatch(key -> key.length() <= 1_001);
        assertThat(NameKeys.queryTerms(name).stream()
                        .mapToInt(word -> word.terms().size())
                        .sum())
                .isLessThanOrEqualTo(NameKeys.MAX_QUERY_TERMS);
        assertThat(Likeness.ofQuery(Name.of("Rakhat Aliyev"), name).score()).isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(80);
        Arbitrary<String> likely = Arbitraries.of(List.of(
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
                        "1"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                anything, likely, Combinators.combine(anything, likely).as(String::concat));
    }
}
