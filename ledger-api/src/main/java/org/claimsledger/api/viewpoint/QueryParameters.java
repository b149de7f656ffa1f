package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one call. Unknown ones are refused: a reading with a misspelled date would otherwise look like
 * the answer to what was asked.
 */
public final class QueryParameters {

    /** The most items on a page. */
    public static final int MAX_PAGE = 500;

    private static final int DEFAULT_PAGE = 50;
    private static final int MAX_LENGTH = 500;

    private final HttpServletRequest request;
    private final Map<String, String> parameters = new HashMap<>();

    private QueryParameters(HttpServletRequest request, List<String> known) {
        this.request = request;
        decoded(request).forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refused.because(
                        RefusalCode.PARAMETER_UNKNOWN,
                        known.isEmpty()
                                ? "The call has no parameters"
                                : "The call has the parameters " + String.join(", ", known) + " and no other");
            }
            if (values.length != 1) {
                throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is given more than once");
            }
            if (values[0].length() > MAX_LENGTH) {
                throw Refused.because(
                        RefusalCode.INVALID_PARAMETER, name + " has at most " + MAX_LENGTH + " characters");
            }
            parameters.put(name, values[0]);
        });
    }

    private static Map<String, String[]> decoded(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, "The query is UTF-8, percent-encoded");
        }
    }

    public static QueryParameters of(HttpServletRequest request, String... known) {
        return new QueryParameters(request, Arrays.asList(known));
    }

    /** The parameter's text; absent where it was not given, or empty. */
    public @Nullable String text(String name) {
        String text = parameters.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A clock's text; one that is given but empty is an accident, and not to be read as now. */
    public @Nullable String clock(String name) {
        String text = text(name);
        if (text == null && parameters.containsKey(name)) {
            throw Refused.because(RefusalCode.INVALID_VIEWPOINT, name + " is given without a date");
        }
        return text;
    }

    /** Whether it is so; false where it was not given. Anything but true and false is refused. */
    public boolean flag(String name) {
        String text = parameters.get(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is true or false");
    }

    /** The header by which clients of Memento (RFC 7089) ask for a date. */
    @Nullable
    String acceptDatetime() {
        return request.getHeader(MementoHeaders.ACCEPT_DATETIME);
    }

    /** Notes for the answer's headers that it depends on the date that is asked for. */
    void markVariesByDatetime() {
        request.setAttribute(MementoHeaders.VARIES_BY_DATETIME, Boolean.TRUE);
    }

    /** Notes for the answer's headers when what it shows was recorded; nothing was before the first event. */
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
        String text = text(name);
        try {
            return text == null ? null : id.apply(text);
        } catch (Refused notAnId) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is an id");
        }
    }

    /** The parameter as one of the options, in lower_snake_case; absent where it was not given. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, E[] options) {
        String text = text(name);
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
