package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.claimsledger.name.Likeness.LikenessKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registered names that answer a searched one, and their order. */
class QueryLikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Rakhat Aliyev        | Rakhat Aliyev            | EXACT
        rakhat aliyev        | Rakhat Aliyev            | LETTERS
        Garcia Marquez       | García Márquez           | LETTERS
        Kassym-Jomart        | Kassym Jomart            | LETTERS
        Aliyev Rakhat        | Rakhat Aliyev            | ORDER
        Aliyev, Rakhat       | Rakhat Aliyev            | LETTERS
        Рахат Алиев          | Rakhat Aliyev            | SPELLING
        Алиев Рахат          | Rakhat Aliyev            | SPELLING
        R. Aliyev            | Rakhat Aliyev            | INITIALS
        Rakhat Aliyev        | R. M. Aliyev             | PART
        R. M. Aliyev         | Rakhat Mukhtarovich Aliyev | INITIALS
        Aliyev               | Rakhat Aliyev            | PART
        Aliev                | Rakhat Aliyev            | PART
        Rakhat M. Aliyev     | Rakhat Aliyev            | PART
        Rahman               | Abd al-Rahman            | PART
        Nurkadlov            | Nurkadilov               | SPELLING
        Nurkadipov           | Nurkadilov               | MISPRINT
        Akiyev               | Aliyev                   | MISPRINT
        Rakhat Petrov        | Darigha Nazarbayeva      | UNLIKE
        """)
    void aHitSaysInWhatWayItWasFound(String asked, String held, LikenessKind likenessKind) {
        assertThat(Likeness.ofQuery(Name.of(asked), Name.of(held)).kind()).isEqualTo(likenessKind);
    }

    @Test
    void theSurestComesFirst() {
        Name asked = Name.of("Rakhat Aliyev");
        List<String> inOrder = List.of(
                "Rakhat Aliyev",
                "RAKHAT ALIYEV",
                "Aliyev Rakhat",
                "Рахат Алиев",
                "R. Aliyev",
                "Rakhat Alixev",
                "Rakhat Petrov");
        assertThat(inOrder.stream()
                        .sorted(Comparator.comparingDouble(
                                held -> -Likeness.ofQuery(asked, Name.of(held)).score()))
                        .toList())
                .isEqualTo(inOrder);
    }

    @Test
    void aNameThatIsAskedForAloneComesBeforeLongerNamesThatHaveIt() {
        assertThat(found("Aliyev", "Aliyev")).isGreaterThan(found("Aliyev", "Rakhat Aliyev"));
        assertThat(found("Aliyev", "Rakhat Aliyev")).isGreaterThan(found("Aliyev", "Rakhat Mukhtarovich Aliyev"));
        assertThat(found("Aliyev", "Rakhat Mukhtarovich Aliyev")).isGreaterThanOrEqualTo(Likeness.MATCH);
    }

    @Test
    void aPatronymicThatIsNotHeldIsHardlyMissed() {
        assertThat(found("Рахат Мухтарович Алиев", "Rakhat Aliyev"))
                .isGreaterThan(found("Рахат Мухтарович Алиев", "Ramil Mukhtarovich Aliyev"));
    }

    @Test
    void ofTwoSpellingsTheCloserOneComesFirst() {
        assertThat(found("Aliev", "Aliyev")).isGreaterThan(found("Aliev", "Alieva"));
        assertThat(found("Mohammed", "Muhammad")).isGreaterThan(found("Mohammed", "Mahmoud"));
        assertThat(found("Хрущёв", "Khrushchev")).isGreaterThan(found("Хрущёв", "Khrushchov Jr"));
    }

    private static double found(String asked, String held) {
        return Likeness.ofQuery(Name.of(asked), Name.of(held)).score();
    }
}
