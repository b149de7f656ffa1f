package org.claimsledger.desk.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bar at the top of every page.
 *
 * @param sentence from where the page reads
 * @param past whether it looks at the past
 * @param open whether the clocks are unfolded
 * @param action the path of the page
 * @param kept the page's other parameters, which a change of the clocks keeps
 * @param presets other viewpoints of the same page
 * @param now the page at now
 * @param copy the address that shows this very page for ever; absent where the dates cannot be read
 * @param since what changed between here and now; absent where nothing can have
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
     * One of the clocks.
     *
     * @param parameter the name of its field
     * @param text what is in the field
     * @param form how a date is written there
     * @param problem what is wrong with what was typed
     * @param note what the clock shows, with figures
     * @param past whether it is off now
     * @param stops where its slider stops; none where there is nothing to choose
     * @param x where the clock stands, from 0 to 1000
     * @param at the number of the last stop until there
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

        /** The stops as strokes of a picture that is 1000 wide. */
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
     * @param text what is asked there; empty at now, which is the last one
     */
    public record Stop(int x, String text, String label) {}

    /** A link to another viewpoint. */
    public record PresetLink(String label, String href) {}
}
