package org.claimsledger.desk.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.page.PageViewpointReader;
import org.claimsledger.desk.page.UnreadableDates;
import org.claimsledger.desk.words.ViewpointDate;
import org.claimsledger.desk.words.ViewpointParameters;
import org.jspecify.annotations.Nullable;

/**
 * The second viewpoint of a comparison, which the address has in parameters of its own; at now where it has none.
 *
 * @param at absent where a date cannot be read
 */
public record SecondViewpoint(@Nullable PageViewpoint viewpoint, List<DateField> fields) {

    /** The parameters, in the order of the clocks. */
    static final List<String> PARAMETERS = List.of("toAsOf", "toPublishedBy", "toValidOn");

    private static final List<String> LABELS = List.of("Recorded by", "Published by", "In force on");

    /** One of its dates, as it was typed. */
    public record DateField(
            String parameter,
            String label,
            String text,
            @Nullable String problem) {}

    static SecondViewpoint of(PageRequest pageRequest, PageViewpointReader pageViewpointReader) {
        Map<ViewpointDate, String> texts = new EnumMap<>(ViewpointDate.class);
        for (ViewpointDate viewpointDate : ViewpointDate.values()) {
            String text = pageRequest.parameter(PARAMETERS.get(viewpointDate.ordinal()));
            if (text != null) {
                texts.put(viewpointDate, text);
            }
        }
        ViewpointParameters viewpointParameters = new ViewpointParameters(texts);
        try {
            return new SecondViewpoint(
                    pageViewpointReader.of(viewpointParameters), fields(viewpointParameters, Map.of()));
        } catch (UnreadableDates unreadable) {
            return new SecondViewpoint(null, fields(viewpointParameters, unreadable.problems()));
        }
    }

    private static List<DateField> fields(
            ViewpointParameters viewpointParameters, Map<ViewpointDate, String> problems) {
        List<DateField> dateFields = new ArrayList<>();
        for (ViewpointDate viewpointDate : ViewpointDate.values()) {
            String text = viewpointParameters.text(viewpointDate);
            dateFields.add(new DateField(
                    PARAMETERS.get(viewpointDate.ordinal()),
                    LABELS.get(viewpointDate.ordinal()),
                    text == null ? "" : text,
                    problems.get(viewpointDate)));
        }
        return dateFields;
    }
}
