package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.claimsledger.value.RandomTexts;
import org.junit.jupiter.api.Test;

/** Properties that hold for every text, however odd. */
class EdtfPropertiesTest {

    private static final int CASES = 2_000;

    private final RandomTexts random = new RandomTexts(1);

    @Test
    void whatCanBeReadIsGivenBackAsItWasWritten() {
        int readable = 0;
        for (int i = 0; i < CASES; i++) {
            if (isReadable(mostlyValid())) {
                readable++;
            }
        }
        assertThat(readable).isGreaterThan(CASES * 40 / 100);
    }

    @Test
    void doubtNeverNarrows() {
        for (int i = 0; i < CASES; i++) {
            String text = date();
            if (isReadable(text) && isReadable(text + "~")) {
                Between sure = (Between) Edtf.parse(text).start();
                Between doubtful = (Between) Edtf.parse(text + "~").start();
                assertThat(doubtful.earliest()).as(text).isBeforeOrEqualTo(sure.earliest());
                assertThat(doubtful.latest()).as(text).isAfterOrEqualTo(sure.latest());
            }
        }
    }

    @Test
    void anIntervalHasTheBoundsOfItsDates() {
        for (int i = 0; i < CASES; i++) {
            String start = date();
            String end = date();
            if (isReadable(start + "/" + end)) {
                Edtf interval = Edtf.parse(start + "/" + end);
                assertThat(interval.start()).isEqualTo(Edtf.parse(start).start());
                assertThat(interval.end()).isEqualTo(Edtf.parse(end).end());
            }
        }
    }

    @Test
    void ofTwoReadableDatesOneOrderMakesAnInterval() {
        for (int i = 0; i < CASES; i++) {
            String one = date();
            String other = date();
            if (isReadable(one) && isReadable(other)) {
                assertThat(isReadable(one + "/" + other) || isReadable(other + "/" + one))
                        .as("%s, %s", one, other)
                        .isTrue();
            }
        }
    }

    @Test
    void anyTextAtAllIsReadOrRefusedAndNothingElse() {
        for (int i = 0; i < CASES; i++) {
            isReadable(random.any(255));
        }
    }

    @Test
    void anyTextOfTheAlphabetIsReadOrRefusedAndNothingElse() {
        for (int i = 0; i < 20_000; i++) {
            isReadable(random.of("0123456789X-?~%/.,[]{}YESTZ:+", 24));
        }
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
        assertThat(date.follows(date)).isFalse();
        assertThat(date.isDisjointFrom(date)).isFalse();
        hasItsEarliestBeforeItsLatest(date.instantsAnywhere());
        hasItsEarliestBeforeItsLatest(date.instantsIn(ZoneId.of("Pacific/Kiritimati")));
        hasItsEarliestBeforeItsLatest(date.instantsIn(ZoneId.of("Pacific/Niue")));
        return true;
    }

    private static void hasItsEarliestBeforeItsLatest(Bound bound) {
        if (bound instanceof Between between) {
            assertThat(between.earliest()).isBeforeOrEqualTo(between.latest());
            assertThat(between.earliestDay()).isBeforeOrEqualTo(between.latestDay());
        }
    }

    private String mostlyValid() {
        return switch (random.between(0, 3)) {
            case 0 -> doubtful();
            case 1 -> bound() + "/" + bound();
            case 2 -> set();
            default -> time();
        };
    }

    private String doubtful() {
        return mark() + date() + mark();
    }

    private String bound() {
        return random.oneOf(doubtful(), random.oneOf("", ".."));
    }

    private String set() {
        String members = Stream.generate(() -> random.oneOf(doubtful(), date() + ".." + date()))
                .limit(random.between(1, 5))
                .collect(Collectors.joining(","));
        return random.oneOf("[%s]", "{%s}", "[..%s]", "{%s..}", "1500/[..%s]").formatted(members);
    }

    private String time() {
        int rest = random.between(0, 60);
        return "%sT%02d:%02d:%02d%s"
                .formatted(
                        random.oneOf("1985-04-12", "2016-12-31", "-0001-01-01"),
                        random.between(0, 24),
                        rest,
                        rest,
                        random.oneOf("", "Z", "+04", "-12:30", "+23:59"));
    }

    private String date() {
        return switch (random.between(0, 5)) {
            case 0 -> year();
            case 1 -> "%s-%02d".formatted(year(), random.between(21, 41));
            case 2 ->
                "Y%d%s%s"
                        .formatted(
                                random.between(1, 99_999),
                                random.oneOf("E1", "E5", "E30", ""),
                                random.oneOf("", "S1", "S3"));
            case 3 -> year() + "S2";
            case 4 -> year() + "-" + month();
            default -> year() + "-" + mark() + month() + mark() + "-" + day();
        };
    }

    private String year() {
        return switch (random.between(0, 2)) {
            case 0 -> "%04d".formatted(random.between(0, 9999));
            case 1 -> "%04d".formatted(random.between(1990, 2010));
            default -> random.oneOf("201X", "20XX", "XXXX", "19X5", "-0044", "-00X4", "X900");
        };
    }

    private String month() {
        return random.oneOf("%02d".formatted(random.between(1, 12)), random.oneOf("XX", "0X", "1X", "X2"));
    }

    private String day() {
        return random.oneOf("%02d".formatted(random.between(1, 31)), random.oneOf("XX", "0X", "1X", "X2", "3X"));
    }

    private String mark() {
        return random.oneOf("", "", "", "?", "~", "%");
    }
}
