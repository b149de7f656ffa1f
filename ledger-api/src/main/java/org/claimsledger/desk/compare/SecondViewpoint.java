package org.claimsledger.desk.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.UnreadableDates;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.page.ViewpointWords;
import org.jspecify.annotations.Nullable;

/**
 * The second viewpoint of a comparison. The address has it in parameters of its own; without them it is now.
 *
 * @param viewpoint absent where a date cannot be read
 */
public record SecondViewpoint(@Nullable PageViewpoint viewpoint, List<DateField> fields) {

    /** The parameters, in the order of {@link ViewpointDate}. */
    static final List<String> PARAMETERS = List.of("toAsOf", "toPublishedBy", "toValidOn");

    /** The field of one date, with the text that was typed. */
    public record DateField(
            String parameter,
            String label,
            String text,
            @Nullable String problem) {}

    static SecondViewpoint of(PageRequest pageRequest, PageRequestReader pageRequests) {
        Map<ViewpointDate, String> texts = new EnumMap<>(ViewpointDate.class);
        for (ViewpointDate date : ViewpointDate.values()) {
            String text = pageRequest.parameter(PARAMETERS.get(date.ordinal()));
            if (text != null) {
                texts.put(date, text);
            }
        }
        ViewpointParameters parameters = new ViewpointParameters(texts);
        try {
            return new SecondViewpoint(pageRequests.viewpoint(parameters), fields(parameters, Map.of()));
        } catch (UnreadableDates unreadable) {
            return new SecondViewpoint(null, fields(parameters, unreadable.problems()));
        }
    }

    private static List<DateField> fields(ViewpointParameters parameters, Map<ViewpointDate, String> problems) {
        List<DateField> fields = new ArrayList<>();
        for (ViewpointDate date : ViewpointDate.values()) {
            String text = parameters.text(date);
            fields.add(new DateField(
                    PARAMETERS.get(date.ordinal()),
                    ViewpointWords.label(date),
                    text == null ? "" : text,
                    problems.get(date)));
        }
        return fields;
    }
}
