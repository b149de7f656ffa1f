package org.claimsledger.desk.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.desk.clock.Asked;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.clock.Standpoints;
import org.claimsledger.desk.clock.UnreadableDates;
import org.claimsledger.desk.page.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The second viewpoint of a comparison, which the address has in parameters of its own; at now where it has none.
 *
 * @param at absent where a date cannot be read
 */
public record Other(@Nullable Standpoint at, List<Field> fields) {

    /** The parameters, in the order of the clocks. */
    static final List<String> PARAMETERS = List.of("toAsOf", "toPublishedBy", "toValidOn");

    private static final List<String> LABELS = List.of("Recorded by", "Published by", "In force on");

    /** One of its dates, as it was typed. */
    public record Field(
            String parameter,
            String label,
            String text,
            @Nullable String problem) {}

    static Other of(Visit visit, Standpoints standpoints) {
        Map<Clock, String> texts = new EnumMap<>(Clock.class);
        for (Clock clock : Clock.values()) {
            String text = visit.text(PARAMETERS.get(clock.ordinal()));
            if (text != null) {
                texts.put(clock, text);
            }
        }
        Asked asked = new Asked(texts);
        try {
            return new Other(standpoints.of(asked), fields(asked, Map.of()));
        } catch (UnreadableDates unreadable) {
            return new Other(null, fields(asked, unreadable.problems()));
        }
    }

    private static List<Field> fields(Asked asked, Map<Clock, String> problems) {
        List<Field> fields = new ArrayList<>();
        for (Clock clock : Clock.values()) {
            String text = asked.text(clock);
            fields.add(new Field(
                    PARAMETERS.get(clock.ordinal()),
                    LABELS.get(clock.ordinal()),
                    text == null ? "" : text,
                    problems.get(clock)));
        }
        return fields;
    }
}
