package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Médiapart, Me\u0301diapart",
        "Médiapart, MÉDIAPART",
        "RFE/RL, RFE/\u200BRL",
        "RFE/RL, rfe/rl\u2060",
        "RFE/RL, ＲＦＥ／ＲＬ",
        "Radio Free Europe, Radio\u00A0Free \u3000 Europe",
        "Straße, STRASSE",
        "Ὀδυσσεύς, ὈΔΥΣΣΕΎΣ",
        "ᾳ, ΑΙ",
        "Hürriyet, HÜRRİYET",
        "Işık, IŞIK",
        "ﬁnance, Finance",
        "Մարտիրոսյան և, ՄԱՐՏԻՐՈՍՅԱՆ ԵՒ",
        "ხელისუფლება, ᲮᲔᲚᲘᲡᲣᲤᲚᲔᲑᲐ",
        "Газета, ГАЗЕТА",
        "й, И\u0306",
        "کتاب\u200Cخانه, کتابخانه"
    })
    void textsThatAReaderTakesForTheSameHaveOneKey(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Médiapart, Mediapart",
        "RFE/RL, RFE RL",
        "Sovereign Bank, Sovereignbank",
        "Daily A, A Daily",
        "The Sun, Sun",
        "х, x",
        "case-x, case x"
    })
    void accentsSignsOrderAndSpacesBetweenWordsCount(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-x", "Case X", "CASE_X", "case__x", "case - x", " case\u2011x ", "ca\u00ADse x"})
    void aQualifierIsFoldedOverSpacesHyphensAndLowLines(String text) {
        assertThat(FoldedText.ofQualifier(text).text()).isEqualTo("case x");
    }

    @ParameterizedTest
    @CsvSource({"-5, 5", "A-, A", "case-x, casex", "a.b, a b"})
    void aQualifiersOtherSignsCount(String one, String other) {
        assertThat(FoldedText.ofQualifier(one)).isNotEqualTo(FoldedText.ofQualifier(other));
    }

    @Test
    void whatShowsNothingHasAnEmptyKey() {
        assertThat(FoldedText.of(" \u200B\u2003\u3164\uFE0F ").isEmpty()).isTrue();
        assertThat(FoldedText.of("a").isEmpty()).isFalse();
    }

    @Test
    void aKeyFoldsToItself() {
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter)) {
                requireStable("a" + Character.toString(letter) + "\u0323");
            }
        }
        Random random = new Random(7);
        int[] odd = {
            'a', 'I', ' ', '-', '_', 0x307, 0x345, 0x390, 0x3A3, 0x3C2, 0xDF, 0x130, 0x131, 0x149, 0x1F0, 0x200B, 0x315,
            0x1FB3, 0xFB01, 0x110B, 0x1161, 0x11A8, 0xAD, 0x1E9E, 0x587, 0x2126, 0xAC00, 0x323
        };
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.appendCodePoint(odd[random.nextInt(odd.length)]);
            }
            requireStable(text.toString());
        }
    }

    private static void requireStable(String text) {
        String once = FoldedText.of(text).text();
        if (!FoldedText.of(once).text().equals(once)) {
            assertThat(FoldedText.of(once).text()).as(text).isEqualTo(once);
        }
        String qualifier = FoldedText.ofQualifier(text).text();
        if (!FoldedText.ofQualifier(qualifier).text().equals(qualifier)) {
            assertThat(FoldedText.ofQualifier(qualifier).text()).as(text).isEqualTo(qualifier);
        }
    }
}
