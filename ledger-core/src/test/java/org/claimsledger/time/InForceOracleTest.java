package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.junit.jupiter.api.Test;

/**
 * Holds {@link InForce} against a slow and obviously right answer: every day of twelve years is compared with the text
 * as a pattern, and the rule is applied to all days that match.
 */
class InForceOracleTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final List<LocalDate> DAYS =
            FIRST.datesUntil(FIRST.plusYears(12)).toList();
    private static final List<String> YEARS = List.of("2003", "2004", "2005", "2006", "200X");
    private static final List<String> MONTHS = List.of("01", "02", "06", "12", "XX", "0X", "1X", "X2");
    private static final List<String> DAYS_OF_MONTH =
            List.of("01", "15", "28", "29", "30", "31", "XX", "0X", "2X", "X1");
    private static final List<String> DOUBT = List.of("?", "~", "%");

    private final Random random = new Random(20_070_220);

    @Test
    void aLoneDateIsInForceAsTheDaysThatMatchItSay() {
        for (int i = 0; i < 1_500; i++) {
            String text = date();
            List<LocalDate> possible = possibleDays(text);
            if (possible.isEmpty()) {
                assertThat(isRefused(text)).as(text).isTrue();
                continue;
            }
            Edtf date = Edtf.parse(text);
            for (LocalDate day : someDays()) {
                assertThat(InForce.on(day, date)).as("%s on %s", text, day).isEqualTo(judge(day, possible, possible));
                assertThat(InForce.sinceItHappened(day, date))
                        .as("%s by %s", text, day)
                        .isEqualTo(judgeSince(day, possible));
            }
        }
    }

    @Test
    void anIntervalIsInForceAsTheDaysThatMatchItsBoundsSay() {
        for (int i = 0; i < 1_500; i++) {
            String start = date();
            String end = date();
            List<LocalDate> starts = possibleDays(start);
            List<LocalDate> ends = possibleDays(end);
            String text = start + "/" + end;
            if (starts.isEmpty() || ends.isEmpty() || ends.getLast().isBefore(starts.getFirst())) {
                assertThat(isRefused(text)).as(text).isTrue();
                continue;
            }
            for (LocalDate day : someDays()) {
                assertThat(InForce.on(day, Edtf.parse(text)))
                        .as("%s on %s", text, day)
                        .isEqualTo(judge(day, starts, ends));
            }
        }
    }

    /** In force where it has begun on every reading and is not over on any; not where no reading lets it be. */
    private static InForce judge(LocalDate day, List<LocalDate> starts, List<LocalDate> ends) {
        boolean begunOnSome = starts.stream().anyMatch(start -> !start.isAfter(day));
        boolean begunOnAll = starts.stream().allMatch(start -> !start.isAfter(day));
        boolean goingOnOnSome = ends.stream().anyMatch(end -> !end.isBefore(day));
        boolean goingOnOnAll = ends.stream().allMatch(end -> !end.isBefore(day));
        return begunOnAll && goingOnOnAll ? InForce.YES : begunOnSome && goingOnOnSome ? InForce.POSSIBLY : InForce.NO;
    }

    private static InForce judgeSince(LocalDate day, List<LocalDate> dates) {
        boolean onAll = dates.stream().allMatch(date -> !date.isAfter(day));
        boolean onSome = dates.stream().anyMatch(date -> !date.isAfter(day));
        return onAll ? InForce.YES : onSome ? InForce.POSSIBLY : InForce.NO;
    }

    private static boolean isRefused(String text) {
        try {
            Edtf.parse(text);
            return false;
        } catch (InvalidEdtf refused) {
            return true;
        }
    }

    /** All days that begin with the text, where X is any digit; for a doubtful text also those of its neighbours. */
    private static List<LocalDate> possibleDays(String text) {
        if (!DOUBT.contains(text.substring(text.length() - 1))) {
            String pattern = text.replace("X", "[0-9]") + ".*";
            return DAYS.stream().filter(day -> day.toString().matches(pattern)).toList();
        }
        String sure = text.substring(0, text.length() - 1);
        return Stream.of(-1, 0, 1)
                .map(step -> neighbour(sure, step))
                .flatMap(neighbour -> possibleDays(neighbour).stream())
                .sorted()
                .toList();
    }

    private static String neighbour(String text, int step) {
        return switch (text.length()) {
            case 4 -> Integer.toString(Integer.parseInt(text) + step);
            case 7 -> YearMonth.parse(text).plusMonths(step).toString();
            default -> LocalDate.parse(text).plusDays(step).toString();
        };
    }

    private List<LocalDate> someDays() {
        return random.ints(40, 0, DAYS.size()).mapToObj(DAYS::get).toList();
    }

    private String date() {
        String text = oneOf(YEARS);
        int precision = random.nextInt(3);
        text += precision > 0 ? "-" + oneOf(MONTHS) : "";
        text += precision > 1 ? "-" + oneOf(DAYS_OF_MONTH) : "";
        boolean canBeDoubted = !text.contains("X") && !possibleDays(text).isEmpty();
        return canBeDoubted && random.nextBoolean() ? text + oneOf(DOUBT) : text;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
