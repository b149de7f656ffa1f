package org.claimsledger.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.claimsledger.desk.page.TimeBar.Stop;
import org.claimsledger.desk.words.InstantWords;

/** The places at which a slider stops, in order; the last one is now. */
final class SliderStops {

    static final int WIDTH = 1_000;

    private SliderStops() {}

    /** @param label the words for a position */
    static List<Stop> positions(SortedSet<Long> positions, long head, LongFunction<String> label) {
        List<Stop> stops = new ArrayList<>();
        for (long position : thinned(positions)) {
            if (position < head) {
                stops.add(new Stop((int) (WIDTH * position / head), "@" + position, label.apply(position)));
            }
        }
        return withNow(stops);
    }

    static List<Stop> days(SortedSet<LocalDate> days, LocalDate today) {
        List<Stop> stops = new ArrayList<>();
        SortedSet<LocalDate> past = thinned(days.headSet(today));
        if (!past.isEmpty()) {
            long first = past.first().toEpochDay();
            long span = Math.max(1, today.toEpochDay() - first);
            for (LocalDate day : past) {
                int x = (int) (WIDTH * (day.toEpochDay() - first) / span);
                stops.add(new Stop(x, day.toString(), InstantWords.shortDay(day)));
            }
        }
        return withNow(stops);
    }

    private static List<Stop> withNow(List<Stop> stops) {
        if (!stops.isEmpty()) {
            stops.add(new Stop(WIDTH, "", "now"));
        }
        return stops;
    }

    /** Leaves out evenly where there are too many. */
    private static <T extends Comparable<? super T>> SortedSet<T> thinned(SortedSet<T> all) {
        int step = Math.ceilDiv(Math.max(1, all.size()), LedgerChangePoints.STOPS);
        SortedSet<T> some = new TreeSet<>();
        int i = 0;
        for (T each : all) {
            if (i++ % step == 0) {
                some.add(each);
            }
        }
        return some;
    }
}
