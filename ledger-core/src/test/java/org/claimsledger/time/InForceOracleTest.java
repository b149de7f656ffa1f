package org.claimsledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final List<String> WRITTEN_DAYS =
            DAYS.stream().map(LocalDate::toString).toList();
    private static final List<String> YEARS = List.of("2003", "2004", "2005", "2006", "200X");
    private static final List<String> MONTHS = List.of("01", "02", "06", "12", "XX", "0X", "1X", "X2");
    private static final List<String> DAYS_OF_MONTH =
            List.of("01", "15", "28", "29", "30", "31", "XX", "0X", "2X", "X1");
    private static final List<String> DOUBT = List.of("?", "~", "%");

    private static final Map<String, List<LocalDate>> MATCHING = new HashMap<>();

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
                assertThat(InForce.on(day, date)).as("%s on %s", text, day).isEqualTo(judgeObserved(day, possible));
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

    @Test
    void anOpenEndIsInForceAsLongAsItIsReported() {
        for (int i = 0; i < 500; i++) {
            String start = date();
            List<LocalDate> starts = possibleDays(start);
            if (starts.isEmpty()) {
                continue;
            }
            Edtf date = Edtf.parse(start + "/..");
            LocalDate lastReported = DAYS.get(random.nextInt(DAYS.size()));
            for (LocalDate day : someDays()) {
                InForce begun = judgeSince(day, starts);
                boolean isReported =
                        Stream.of(day, lastReported).sorted().toList().getFirst() == day;
                assertThat(InForce.on(day, date, lastReported))
                        .as("%s on %s, last reported %s", date, day, lastReported)
                        .isEqualTo(begun == InForce.YES && !isReported ? InForce.PRESUMED : begun);
            }
        }
    }

    @Test
    void aSetIsInForceAsTheDaysOfItsMembersSay() {
        for (int i = 0; i < 1_500; i++) {
            List<Member> members =
                    Stream.generate(this::member).limit(1 + random.nextInt(4)).toList();
            if (members.stream().anyMatch(it -> it.possible.isEmpty())) {
                continue;
            }
            String inside = members.stream().map(Member::text).collect(Collectors.joining(","));
            for (LocalDate day : someDays()) {
                assertThat(InForce.on(day, Edtf.parse("[" + inside + "]")))
                        .as("[%s] on %s", inside, day)
                        .isEqualTo(judgeOneOf(day, members));
                assertThat(InForce.on(day, Edtf.parse("{" + inside + "}")))
                        .as("{%s} on %s", inside, day)
                        .isEqualTo(judgeAllOf(day, members));
            }
        }
    }

    @Test
    void aTimeWithAnOffsetIsOfItsOwnDayAndPossibleOnItsDayInUtc() {
        for (int i = 0; i < 500; i++) {
            LocalDate own = DAYS.get(1 + random.nextInt(DAYS.size() - 2));
            int hours = random.nextInt(-12, 15);
            String text = "%sT%02d:30:00%+03d:00".formatted(own, random.nextInt(24), hours);
            LocalDate inUtc = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
            Edtf date = Edtf.parse(text);
            for (LocalDate day : List.of(own.minusDays(2), own.minusDays(1), own, own.plusDays(1), own.plusDays(2))) {
                assertThat(InForce.on(day, date))
                        .as("%s on %s", text, day)
                        .isEqualTo(day.equals(own) ? InForce.YES : InForce.POSSIBLY);
                assertThat(InForce.sinceItHappened(day, date))
                        .as("%s by %s", text, day)
                        .isEqualTo(
                                !day.isBefore(own) ? InForce.YES : day.equals(inUtc) ? InForce.POSSIBLY : InForce.NO);
            }
        }
    }

    @Test
    void anEndUpToADayIsAnyDayFromTheStartToThatOne() {
        for (int i = 0; i < 300; i++) {
            Period period = period(2);
            for (LocalDate day : someDays()) {
                assertThat(InForce.on(day, Edtf.parse(period.text)))
                        .as("%s on %s", period.text, day)
                        .isEqualTo(judge(day, period.starts, period.ends));
            }
        }
    }

    @Test
    void oneFollowsAnotherAsTheirPossibleDaysSay() {
        int following = 0;
        List<Period> periods = periods();
        for (int i = 0; i < 10_000; i++) {
            Period earlier = oneOf(periods);
            Period later = oneOf(periods);
            boolean follows = leads(earlier, later) && !leads(later, earlier);
            following += follows ? 1 : 0;
            assertThat(Edtf.parse(later.text).follows(Edtf.parse(earlier.text)))
                    .as("%s, then %s", earlier.text, later.text)
                    .isEqualTo(follows);
        }
        assertThat(following).isGreaterThan(1_000);
    }

    @Test
    void twoAreDisjointWhereTheyShareNoPossibleDay() {
        int disjoint = 0;
        List<Period> periods = periods();
        for (int i = 0; i < 1_000; i++) {
            Period one = oneOf(periods);
            Period other = oneOf(periods);
            boolean shareNone = DAYS.stream().noneMatch(day -> one.mayInclude(day) && other.mayInclude(day));
            disjoint += shareNone ? 1 : 0;
            assertThat(Edtf.parse(one.text).isDisjointFrom(Edtf.parse(other.text)))
                    .as("%s, %s", one.text, other.text)
                    .isEqualTo(shareNone);
        }
        assertThat(disjoint).isGreaterThan(100);
    }

    /** A time with all days on which it may begin and end; none of them where that side is open or unknown. */
    private record Period(String text, List<LocalDate> starts, List<LocalDate> ends) {

        boolean isInterval() {
            return text.contains("/");
        }

        boolean mayInclude(LocalDate day) {
            return (starts.isEmpty() || !starts.getFirst().isAfter(day))
                    && (ends.isEmpty() || !ends.getLast().isBefore(day));
        }
    }

    private List<Period> periods() {
        return Stream.generate(() -> period(random.nextInt(8))).limit(300).toList();
    }

    private Period period(int form) {
        while (true) {
            String one = date();
            String other = date();
            List<LocalDate> days = possibleDays(one);
            List<LocalDate> later = possibleDays(other);
            if (days.isEmpty() || later.isEmpty() || later.getLast().isBefore(days.getFirst())) {
                continue;
            }
            LocalDate begin = days.getFirst();
            return switch (form) {
                case 0 -> new Period(one, days, days);
                case 1 -> new Period(one + "/" + one, days, days);
                case 2 ->
                    new Period(
                            one + "/[.." + other + "]",
                            days,
                            DAYS.stream()
                                    .filter(day -> !day.isBefore(begin) && !day.isAfter(later.getLast()))
                                    .toList());
                case 3 -> new Period(one + "/..", days, List.of());
                case 4 -> new Period(one + "/", days, List.of());
                case 5 -> new Period("../" + one, List.of(), days);
                default -> new Period(one + "/" + other, days, later);
            };
        }
    }

    private static boolean leads(Period earlier, Period later) {
        if (earlier.ends.isEmpty() || later.starts.isEmpty()) {
            return false;
        }
        LocalDate lastEnd = earlier.ends.getLast();
        LocalDate firstStart = later.starts.getFirst();
        if (!earlier.isInterval() || !later.isInterval()) {
            return lastEnd.isBefore(firstStart);
        }
        boolean sameDays = earlier.ends.getFirst().equals(firstStart) && lastEnd.equals(later.starts.getLast());
        return sameDays || !lastEnd.isAfter(firstStart);
    }

    /** A member of a set, the days from the first to the last that it may mean, and those that it surely means. */
    private record Member(String text, List<LocalDate> possible, List<LocalDate> sure) {}

    private Member member() {
        String one = date();
        List<LocalDate> days = possibleDays(one);
        if (random.nextInt(3) > 0 || days.isEmpty()) {
            return new Member(one, between(days, days), isSure(one) ? days : List.of());
        }
        String other = date();
        List<LocalDate> later = possibleDays(other);
        boolean isRange = precision(one) == precision(other)
                && !later.isEmpty()
                && !later.getLast().isBefore(days.getFirst());
        if (!isRange) {
            return new Member(one, between(days, days), isSure(one) ? days : List.of());
        }
        List<LocalDate> possible = between(days, later);
        List<LocalDate> sure = possible.stream()
                .filter(day -> isSure(one) || day.isAfter(days.getLast()))
                .filter(day -> isSure(other) || day.isBefore(later.getFirst()))
                .filter(day -> !day.isBefore(days.getFirst()) && !day.isAfter(later.getLast()))
                .toList();
        return new Member(one + ".." + other, possible, sure);
    }

    private static boolean isSure(String text) {
        return text.matches("[0-9-]+");
    }

    private static long precision(String text) {
        return text.chars().filter(it -> it == '-').count();
    }

    private static List<LocalDate> between(List<LocalDate> first, List<LocalDate> last) {
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        LocalDate from = first.getFirst().isBefore(last.getFirst()) ? first.getFirst() : last.getFirst();
        LocalDate to = first.getLast().isAfter(last.getLast()) ? first.getLast() : last.getLast();
        return DAYS.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
    }

    private static InForce judgeObserved(LocalDate day, List<LocalDate> possible) {
        return possible.stream().allMatch(day::equals) ? InForce.YES : InForce.POSSIBLY;
    }

    private static InForce judgeOneOf(LocalDate day, List<Member> members) {
        List<LocalDate> all =
                members.stream().flatMap(it -> it.possible.stream()).toList();
        return !all.contains(day) ? InForce.NO : judgeObserved(day, all);
    }

    private static InForce judgeAllOf(LocalDate day, List<Member> members) {
        boolean isSure = members.stream().anyMatch(it -> it.sure.contains(day));
        boolean isPossible = members.stream().anyMatch(it -> it.possible.contains(day));
        return isSure ? InForce.YES : isPossible ? InForce.POSSIBLY : InForce.NO;
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
            return MATCHING.computeIfAbsent(pattern, it -> {
                Pattern compiled = Pattern.compile(it);
                return DAYS.stream()
                        .filter(day -> compiled.matcher(day.toString()).matches())
                        .toList();
            });
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

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
