package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one call. Unknown ones are refused, because an answer to a misspelled date would otherwise
 * look like the answer to the question.
 */
public final class QueryParameters {

    /** The most items on a page. */
    public static final int MAX_PAGE = 500;

    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_LENGTH = 500;

    private final HttpServletRequest request;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private QueryParameters(HttpServletRequest request, Predicate<String> isKnown, Supplier<RuntimeException> unknown) {
        this.request = request;
        decoded(request).forEach((name, values) -> {
            if (!isKnown.test(name)) {
                throw unknown.get();
            }
            if (values.length != 1) {
                throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is given more than once");
            }
            if (values[0].length() > MAX_LENGTH) {
                throw Refused.because(
                        RefusalCode.INVALID_PARAMETER, name + " has at most " + MAX_LENGTH + " characters");
            }
            texts.put(name, values[0]);
        });
    }

    private static Map<String, String[]> decoded(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, "The query is UTF-8, percent-encoded");
        }
    }

    /** The parameters of a call of the API, which has these and no other. */
    public static QueryParameters of(HttpServletRequest request, String... known) {
        List<String> names = List.of(known);
        return new QueryParameters(
                request,
                names::contains,
                () -> Refused.because(
                        RefusalCode.PARAMETER_UNKNOWN,
                        names.isEmpty()
                                ? "The call has no parameters"
                                : "The call has the parameters " + String.join(", ", names) + " and no other"));
    }

    /** The parameters of a page that are not empty, whatever their names: a page lists unknown ones itself. */
    public static Map<String, String> ofPage(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        new QueryParameters(request, name -> true, IllegalStateException::new).texts.forEach((name, text) -> {
            if (!text.isBlank()) {
                given.put(name, text.strip());
            }
        });
        return given;
    }

    /** The parameter's text; absent where it was not given, or empty. */
    public @Nullable String text(String name) {
        String text = texts.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The dates of the viewpoint; those that are given but empty are here empty texts. */
    ViewpointParameters viewpoint() {
        Map<String, String> dates = new HashMap<>();
        texts.forEach((name, text) -> dates.put(name, text.strip()));
        return ViewpointParameters.of(dates);
    }

    /** The text of a date; one that is given but empty is an accident, and not to be read as now. */
    public @Nullable String date(String name) {
        String text = texts.get(name);
        return text == null ? null : requireDate(name, text.strip());
    }

    static String requireDate(String name, String text) {
        if (text.isEmpty()) {
            throw Refused.because(RefusalCode.INVALID_VIEWPOINT, name + " is given without a date");
        }
        return text;
    }

    /** The parameter as true or false; false where it was not given. Any other text is refused. */
    public boolean flag(String name) {
        String text = texts.get(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is true or false");
    }

    /** The header in which clients of Memento (RFC 7089) name a date. */
    @Nullable
    String acceptDatetime() {
        return request.getHeader(MementoHeaders.ACCEPT_DATETIME);
    }

    /** Notes for the headers that the answer depends on the date that the client names. */
    void markVariesByDatetime() {
        request.setAttribute(MementoHeaders.VARIES_BY_DATETIME, Boolean.TRUE);
    }

    /** Notes for the headers when the last event that the answer shows was recorded; absent before the first event. */
    void markRecordedAt(@Nullable Instant recordedAt) {
        request.setAttribute(MementoHeaders.ANSWERED_RECORDED_AT, recordedAt);
    }

    public int limit() {
        String text = text("limit");
        if (text == null) {
            return DEFAULT_PAGE;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_PAGE) {
                return limit;
            }
        } catch (NumberFormatException refusedBelow) {
            // like every number out of range
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, "limit is a number from 1 to " + MAX_PAGE);
    }

    /** The parameter as an id; absent where it was not given. */
    public <T> @Nullable T id(String name, Function<String, T> id) {
        return id(name, text(name), id);
    }

    /** The text of a parameter as an id; absent where there is none. */
    public static <T> @Nullable T id(String name, @Nullable String text, Function<String, T> id) {
        try {
            return text == null ? null : id.apply(text);
        } catch (Refused notAnId) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is an id");
        }
    }

    /** The parameter as one of the options, in lower_snake_case; absent where it was not given. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, E[] options) {
        return oneOf(name, text(name), options);
    }

    /** The text of a parameter as one of the options, in lower_snake_case; absent where there is none. */
    public static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String text, E[] options) {
        if (text == null) {
            return null;
        }
        List<String> spelled = Arrays.stream(options)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = spelled.indexOf(text);
        if (index < 0) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is one of " + String.join(", ", spelled));
        }
        return options[index];
    }
}
