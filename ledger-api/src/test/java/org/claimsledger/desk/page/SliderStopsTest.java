package org.claimsledger.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.claimsledger.desk.page.TimeBar.SliderStops;
import org.claimsledger.desk.page.TimeBar.Stop;
import org.junit.jupiter.api.Test;

class SliderStopsTest {

    @Test
    void aSliderEndsAtNow() {
        List<Stop> stops =
                SliderStops.positions(new TreeSet<>(List.of(25L, 50L)), 100, position -> "event " + position);

        assertThat(stops)
                .containsExactly(
                        new Stop(250, "@25", "event 25"), new Stop(500, "@50", "event 50"), new Stop(1_000, "", "now"));
    }

    @Test
    void daysStandAsFarApartAsTheyAre() {
        SortedSet<LocalDate> days = new TreeSet<>(List.of(
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 1, 26),
                LocalDate.of(2020, 4, 9),
                LocalDate.of(2031, 1, 1)));

        List<Stop> stops = SliderStops.days(days, LocalDate.of(2020, 4, 10));

        assertThat(stops).extracting(Stop::text).containsExactly("2020-01-01", "2020-01-26", "2020-04-09", "");
        assertThat(stops).extracting(Stop::x).containsExactly(0, 250, 990, 1_000);
    }

    @Test
    void withNothingToChooseThereIsNoSlider() {
        assertThat(SliderStops.days(new TreeSet<>(), LocalDate.of(2020, 1, 1))).isEmpty();
        assertThat(SliderStops.positions(new TreeSet<>(List.of(100L)), 100, position -> ""))
                .isEmpty();
    }

    @Test
    void ofVeryManyEventsSomeAreLeftOutAndNoneIsMadeUp() {
        SortedSet<Long> all =
                new TreeSet<>(LongStream.rangeClosed(1, 10_000).boxed().toList());

        List<Stop> stops = SliderStops.positions(all, 20_000, position -> "");

        assertThat(stops).hasSizeBetween(100, 151).last().isEqualTo(new Stop(1_000, "", "now"));
    }
}
