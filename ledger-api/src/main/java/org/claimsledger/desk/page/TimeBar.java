package org.claimsledger.desk.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.claimsledger.desk.page.TimeBar.Stop;
import org.claimsledger.desk.words.InstantWords;
import org.jspecify.annotations.Nullable;

/**
 * The bar with the three dates, at the top of every page.
 *
 * @param sentence the viewpoint, in words
 * @param past whether the page looks at the past
 * @param open whether the dates are unfolded
 * @param action the path of the page
 * @param otherParameters the page's parameters that a change of the dates keeps
 * @param presets links to the page from other viewpoints
 * @param now the address of the page at now
 * @param copy the address that always shows this reading; absent where the dates cannot be read
 * @param comparison the page that tells what changed until now; absent where nothing can have changed
 */
public record TimeBar(
        String sentence,
        boolean past,
        boolean open,
        String action,
        Map<String, String> otherParameters,
        List<DateControl> controls,
        List<PresetLink> presets,
        String now,
        @Nullable String copy,
        @Nullable String comparison) {

    /**
     * The field and the slider of one date.
     *
     * @param parameter the name of the field
     * @param text in the field
     * @param format how a date is written there
     * @param problem the fault in the text; absent where there is none
     * @param note on what the date takes in, with figures
     * @param past whether the date is not now
     * @param stops where the slider stops; none where there is nothing to choose
     * @param x where the date lies on the slider, from 0 to 1000
     * @param stopIndex the last stop up to there
     */
    public record DateControl(
            String parameter,
            String label,
            String text,
            String format,
            @Nullable String problem,
            String note,
            boolean past,
            List<Stop> stops,
            int x,
            int stopIndex) {

        /** The stops as the strokes of an SVG path, 1000 wide. */
        public String tickPath() {
            StringBuilder path = new StringBuilder();
            stops.forEach(stop -> path.append('M').append(stop.x()).append(" 0v10"));
            return path.toString();
        }
    }

    /**
     * A place on a slider.
     *
     * @param x from 0 to 1000
     * @param text of the parameter there; empty for the last one, which is now
     */
    public record Stop(int x, String text, String label) {}

    /** A link to another viewpoint. */
    public record PresetLink(String label, String href) {}

    /** The places at which a slider stops, in order; the last one is now. */
    static final class SliderStops {

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
}
