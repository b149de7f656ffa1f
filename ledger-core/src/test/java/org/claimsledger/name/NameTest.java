package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting a text into the words of a name. */
class NameTest {

    @Test
    void aNameIsItsWordsWithoutCaseAndMarks() {
        assertThat(Name.of("Gabriel GARCÍA Márquez").foldedWords()).containsExactly("gabriel", "garcia", "marquez");
        assertThat(Name.of("Фёдор Ґалаґан").foldedWords()).containsExactly("федор", "ґалаґан");
        assertThat(Name.of("Straße Łódź Ærø").foldedWords()).containsExactly("strasse", "lodz", "aero");
    }

    @Test
    void vowelSignsHamzaAndTatweelAreNoLettersOfArabic() {
        assertThat(Name.of("مُحَمَّد").foldedWords()).isEqualTo(Name.of("محمد").foldedWords());
        assertThat(Name.of("أحمد").foldedWords()).isEqualTo(Name.of("احمد").foldedWords());
        assertThat(Name.of("محـــمد").foldedWords()).isEqualTo(Name.of("محمد").foldedWords());
        assertThat(Name.of("فاطمة").foldedWords()).isEqualTo(Name.of("فاطمه").foldedWords());
        assertThat(Name.of("ليلى").foldedWords()).isEqualTo(Name.of("ليلي").foldedWords());
    }

    @Test
    void whatStandsAfterAnOnlyCommaComesFirst() {
        assertThat(Name.of("ALIEV, Rakhat").foldedWords()).containsExactly("rakhat", "aliev");
        assertThat(Name.of("Aliev, Rakhat M.").foldedWords()).containsExactly("rakhat", "m", "aliev");
        assertThat(Name.of("a, b, c").foldedWords()).containsExactly("a", "b", "c");
        assertThat(Name.of(", Rakhat").foldedWords()).containsExactly("rakhat");
        assertThat(Name.of("Aliev,").foldedWords()).containsExactly("aliev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R. M. Aliyev", "R.M. Aliyev", "R.M.Aliyev", "R M Aliyev", "R.-M. Aliyev"})
    void initialsAreWordsOfOneLetter(String text) {
        assertThat(Name.of(text).foldedWords()).containsExactly("r", "m", "aliyev");
        assertThat(Name.of(text).words()).extracting(NameWord::isInitial).containsExactly(true, true, false);
    }

    @Test
    void anInitialOfAnotherAlphabetMayTakeTwoLettersAndThenHasAFullStop() {
        assertThat(Name.of("Yu. V. Andropov").words())
                .extracting(NameWord::isInitial)
                .containsExactly(true, true, false);
        assertThat(Name.of("Zh. Tuyakbay").words())
                .extracting(NameWord::isInitial)
                .containsExactly(true, false);
        assertThat(Name.of("Yu Hua").words()).extracting(NameWord::isInitial).containsExactly(false, false);
    }

    @Test
    void signsWithinAWordPartNothing() {
        assertThat(Name.of("Vasil'ev").foldedWords()).containsExactly("vasilev");
        assertThat(Name.of("Vasilʹev").foldedWords()).containsExactly("vasilev");
        assertThat(Name.of("Ob``edkov").foldedWords()).containsExactly("obedkov");
        assertThat(Name.of("Лук'яненко").foldedWords()).containsExactly("лукяненко");
        assertThat(Name.of("Лук’яненко").foldedWords()).containsExactly("лукяненко");
        assertThat(Name.of("ʿAbbās").foldedWords()).containsExactly("abbas");
        assertThat(Name.of("‘Abbās").foldedWords()).containsExactly("abbas");
    }

    @Test
    void marksOfDirectionAndOfNoWidthPartNothing() {
        assertThat(Name.of("\u200fمحمد\u200e \u202aAli\u202c").foldedWords())
                .isEqualTo(Name.of("محمد Ali").foldedWords());
        assertThat(Name.of("Rak\u00adhat\u200b").foldedWords()).containsExactly("rakhat");
        assertThat(Name.of("Rakhat\u00a0Aliev").foldedWords()).containsExactly("rakhat", "aliev");
    }

    @Test
    void hyphensPartWords() {
        assertThat(Name.of("Kassym-Jomart").foldedWords()).containsExactly("kassym", "jomart");
        assertThat(Name.of("Касым‑Жомарт").foldedWords()).containsExactly("касым", "жомарт");
    }

    @ParameterizedTest
    @ValueSource(strings = {"al-Rashid", "Al Rashid", "ar-Rashid", "Ar Rashid", "el-Rashid"})
    void anArabicArticleBelongsToItsNoun(String text) {
        NameWord rashid = Name.of("Harun " + text).words().getLast();
        assertThat(rashid.folded()).isEqualTo("rashid");
        assertThat(rashid.hasArticle()).isTrue();
    }

    @Test
    void aWordThatOnlyLooksLikeAnArticleIsOne() {
        assertThat(Name.of("Al Gore").foldedWords()).containsExactly("gore");
        assertThat(Name.of("Al").foldedWords()).containsExactly("al");
        assertThat(Name.of("A. L. Gore").foldedWords()).containsExactly("a", "l", "gore");
        assertThat(Name.of("As Rashid").foldedWords()).containsExactly("as", "rashid");
    }

    @ParameterizedTest
    @CsvSource({
        "Abd al-Rahman,    Abdurrahman",
        "Abd al-Rahman,    Abdul Rahman",
        "Abd ar-Rahman,    Abdelrahman",
        "Abd Allah,        Abdullah",
        "Abd al-Karim,     Abdikarim",
        "Nur al-Din,       Nureddin",
        "Nur ad-Din,       Nuruddin",
        "Nasr Allah,       Nasrallah",
        "Абд ар-Рахман,    Абдуррахман",
        "عبد الرحمن,       عبدالرحمن",
        "نور الدين,        نورالدين"
    })
    void anArabicNameOfTwoWordsIsOneHoweverItIsWritten(String apart, String glued) {
        List<NameWord> two = Name.of(apart).words();
        List<NameWord> one = Name.of(glued).words();
        assertThat(two).hasSize(1);
        assertThat(one).hasSize(1);
        assertThat(two.getFirst().sounds().toString())
                .isEqualTo(one.getFirst().sounds().toString());
    }

    @Test
    void otherNamesThatBeginOrEndSoStayWhole() {
        assertThat(Name.of("Abdić").words().getFirst().sounds().toString()).isEqualTo("abdič");
        assertThat(Name.of("Borodin").words().getFirst().sounds().toString()).isEqualTo("borodin");
        assertThat(Name.of("Стелла").words().getFirst().sounds().toString()).isEqualTo("stela");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Иванович",
                "Сергеевна",
                "Ильинична",
                "Сергійович",
                "Петрівна",
                "Ivanovich",
                "Iwanowitsch",
                "Ivanovič",
                "Ivanovitch",
                "Мұхтарұлы",
                "Mukhtaruly",
                "Айдарқызы",
                "Aydarqyzy"
            })
    void patronymicsAreKnownByTheirEndings(String word) {
        assertThat(Name.of(word).words().getFirst().kind()).isEqualTo(NameWord.Kind.PATRONYMIC);
    }

    @Test
    void titlesAreLeftOutUnlessNothingElseIsLeft() {
        assertThat(Name.of("Dr. Rakhat Aliyev").foldedWords()).containsExactly("rakhat", "aliyev");
        assertThat(Name.of("Dr.").foldedWords()).containsExactly("dr");
    }

    @Test
    void whatFollowsACommaAndIsNoNameStaysLast() {
        assertThat(Name.of("Gazprom, JSC").foldedWords()).containsExactly("gazprom", "jsc");
        assertThat(Name.of("Downey, Robert, Jr.").foldedWords()).containsExactly("robert", "downey", "jr");
        assertThat(Name.of("Robert Downey, Jr.").foldedWords()).containsExactly("robert", "downey", "jr");
    }

    @Test
    void lettersAreOneWordWhereANameHasNothingElse() {
        assertThat(Name.of("A.B.C.").foldedWords()).containsExactly("abc");
        assertThat(Name.of("A.B.C. Company").foldedWords()).containsExactly("abc", "company");
        assertThat(Name.of("J. R. R. Tolkien").foldedWords()).containsExactly("j", "r", "r", "tolkien");
    }

    @Test
    void anAcronymIsNoPassportsArabic() {
        assertThat(Name.of("HSBC").foldedWords()).containsExactly("hsbc");
    }

    @Test
    void passportsArabicIsReadAsArabic() {
        assertThat(Name.of("ABW BKR MXHMD BN ZKRYA ALRAZY").foldedWords())
                .isEqualTo(Name.of("ابو بكر محمد بن زكريا الرازي").foldedWords());
        assertThat(Name.of("ALEXANDER MAXIMOV").foldedWords()).containsExactly("alexander", "maximov");
    }

    @Test
    void aTextWithoutALetterHasNoWord() {
        assertThat(Name.of("").foldedWords()).isEmpty();
        assertThat(Name.of("!?… 🙂").foldedWords()).isEmpty();
        assertThat(Name.of("\ud83d").foldedWords()).isEmpty();
    }

    @Test
    void anyScriptHasWords() {
        assertThat(Name.of("Ελένη 王小明 დავით").foldedWords()).containsExactly("ελενη", "王小明", "დავით");
    }
}
