package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.claimsledger.time.Bound.Between;

/** What is true of every text, however odd. */
class EdtfPropertiesTest {

    @Property
    void whatCanBeReadIsGivenBackAsItWasWritten(@ForAll("mostlyValid") String text) {
        Statistics.collect(isReadable(text));
        Statistics.coverage(found -> found.check(true).percentage(share -> share > 40));
    }

    @Property
    void doubtNeverNarrows(@ForAll("dates") String text) {
        if (isReadable(text) && isReadable(text + "~")) {
            Between sure = (Between) Edtf.parse(text).start();
            Between doubtful = (Between) Edtf.parse(text + "~").start();
            assertThat(doubtful.earliest()).isBeforeOrEqualTo(sure.earliest());
            assertThat(doubtful.latest()).isAfterOrEqualTo(sure.latest());
        }
    }

    @Property
    void anIntervalHasTheBoundsOfItsDates(@ForAll("dates") String start, @ForAll("dates") String end) {
        if (isReadable(start + "/" + end)) {
            Edtf interval = Edtf.parse(start + "/" + end);
            assertThat(interval.start()).isEqualTo(Edtf.parse(start).start());
            assertThat(interval.end()).isEqualTo(Edtf.parse(end).end());
        }
    }

    @Property
    void ofTwoReadableDatesOneOrderMakesAnInterval(@ForAll("dates") String one, @ForAll("dates") String other) {
        if (isReadable(one) && isReadable(other)) {
            assertThat(isReadable(one + "/" + other) || isReadable(other + "/" + one))
                    .isTrue();
        }
    }

    @Property
    void anyTextAtAllIsReadOrRefusedAndNothingElse(@ForAll String text) {
        isReadable(text);
    }

    @Property(tries = 20_000)
    void anyTextOfTheAlphabetIsReadOrRefusedAndNothingElse(@ForAll("soup") String text) {
        isReadable(text);
    }

    /** Reads the text and checks what holds of all that is read; any exception but the refusal fails the test. */
    private static boolean isReadable(String text) {
        Edtf date;
        try {
            date = Edtf.parse(text);
        } catch (InvalidEdtf refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
        assertThat(date).hasToString(text).isEqualTo(Edtf.parse(date.toString()));
        hasItsEarliestBeforeItsLatest(date.start());
        hasItsEarliestBeforeItsLatest(date.end());
        assertThat(date.endsBefore(date)).isFalse();
        return true;
    }

    private static void hasItsEarliestBeforeItsLatest(Bound bound) {
        if (bound instanceof Between between) {
            assertThat(between.earliest()).isBeforeOrEqualTo(between.latest());
            assertThat(between.earliestDay()).isBeforeOrEqualTo(between.latestDay());
        }
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.strings().withChars("0123456789X-?~%/.,[]{}YESTZ:+").ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> mostlyValid() {
        Arbitrary<String> date = dates();
        Arbitrary<String> doubtful =
                Combinators.combine(mark(), date, mark()).as((left, text, right) -> left + text + right);
        Arbitrary<String> bound = Arbitraries.oneOf(doubtful, Arbitraries.of("", ".."));
        Arbitrary<String> interval = Combinators.combine(bound, bound).as((start, end) -> start + "/" + end);
        Arbitrary<String> range = Combinators.combine(date, date).as((first, last) -> first + ".." + last);
        Arbitrary<String> member = Arbitraries.oneOf(doubtful, range);
        Arbitrary<String> set = Combinators.combine(
                        Arbitraries.of("[%s]", "{%s}", "[..%s]", "{%s..}"),
                        member.list().ofMinSize(1).ofMaxSize(5))
                .as((brackets, members) -> brackets.formatted(String.join(",", members)));
        Arbitrary<String> time = Combinators.combine(
                        Arbitraries.of("1985-04-12", "2016-12-31", "-0001-01-01"),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of("", "Z", "+04", "-12:30", "+23:59"))
                .as((day, hour, rest, shift) -> "%sT%02d:%02d:%02d%s".formatted(day, hour, rest, rest, shift));
        return Arbitraries.oneOf(doubtful, interval, set, time);
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> year = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9999).map("%04d"::formatted),
                Arbitraries.integers().between(1990, 2010).map("%04d"::formatted),
                Arbitraries.of("201X", "20XX", "XXXX", "19X5", "-0044", "-00X4", "X900"));
        Arbitrary<String> part = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 31).map("%02d"::formatted),
                Arbitraries.of("XX", "0X", "1X", "X2", "3X"));
        Arbitrary<String> month = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 12).map("%02d"::formatted), Arbitraries.of("XX", "0X", "1X", "X2"));
        Arbitrary<String> season = Combinators.combine(
                        year, Arbitraries.integers().between(21, 41))
                .as("%s-%02d"::formatted);
        Arbitrary<String> longYear = Combinators.combine(
                        Arbitraries.integers().between(1, 99_999),
                        Arbitraries.of("E1", "E5", "E30", ""),
                        Arbitraries.of("", "S1", "S3"))
                .as("Y%d%s%s"::formatted);
        return Arbitraries.oneOf(
                year,
                season,
                longYear,
                year.map(text -> text + "S2"),
                Combinators.combine(year, month).as("%s-%s"::formatted),
                Combinators.combine(year, mark(), month, mark(), part).as("%s-%s%s%s-%s"::formatted));
    }

    private static Arbitrary<String> mark() {
        return Arbitraries.of("", "", "", "?", "~", "%");
    }
}
