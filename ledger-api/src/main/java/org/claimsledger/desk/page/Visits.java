package org.claimsledger.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Reading;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.desk.clock.Asked;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Standpoints;
import org.claimsledger.desk.clock.TimeBars;
import org.claimsledger.desk.clock.UnreadableDates;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads the address of a page. */
@Component
public final class Visits {

    private static final String VISIT = Visit.class.getName();
    private static final int LONGEST = 500;
    private static final Pattern CALLS = Pattern.compile("/(api|health|metrics)(/|$)");

    private final Standpoints standpoints;
    private final TimeBars bars;
    private final Reading reading;
    private final Seeing seeing;

    Visits(Standpoints standpoints, TimeBars bars, Reading reading, Seeing seeing) {
        this.seeing = seeing;
        this.reading = reading;
        this.standpoints = standpoints;
        this.bars = bars;
    }

    /**
     * A visit of a page that has these parameters besides the clocks. Others are told and not used: a misspelled date would
     * otherwise look like the answer to what was asked.
     *
     * @throws UnreadableDates where a clock's date cannot be read
     */
    public Visit of(HttpServletRequest request, String... known) {
        List<String> own = Arrays.asList(known);
        Map<Clock, String> clocks = new EnumMap<>(Clock.class);
        Map<String, String> parameters = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        given(request).forEach((name, text) -> {
            Clock clock = clock(name);
            if (clock != null) {
                clocks.put(clock, text);
            } else if (own.contains(name)) {
                parameters.put(name, text);
            } else {
                unknown.add(name.length() > 40 ? name.substring(0, 40) + "…" : name);
            }
        });
        Visit visit = new Visit(
                base(request),
                request.getRequestURI(),
                parameters,
                unknown,
                Theme.of(request),
                reader(request),
                standpoints.of(new Asked(clocks)),
                seeing.by(request),
                bars);
        request.setAttribute(VISIT, visit);
        return visit;
    }

    /** The visit that was begun with the request; absent where its dates could not even be read. */
    @Nullable
    Visit begun(HttpServletRequest request) {
        return request.getAttribute(VISIT) instanceof Visit visit ? visit : null;
    }

    /** A visit of an address that is no page, or whose parameters cannot be read. */
    Visit ofNothing(HttpServletRequest request) {
        return acting(request, request.getRequestURI());
    }

    /**
     * A visit of a page on which something is done, and that is always now.
     *
     * @param path the page of what it is done to: to look at the past leads there
     */
    public Visit acting(HttpServletRequest request, String path) {
        return new Visit(
                base(request),
                path,
                Map.of(),
                Set.of(),
                Theme.of(request),
                reader(request),
                standpoints.of(Asked.NOW),
                seeing.by(request),
                bars);
    }

    /** What is asked for by a program, and no page. */
    static boolean isACall(HttpServletRequest request) {
        return CALLS.matcher(request.getRequestURI()).lookingAt();
    }

    /** A page for dates that cannot be read. */
    ModelAndView unreadable(HttpServletRequest request, UnreadableDates dates) {
        Map<String, String> kept = new LinkedHashMap<>(given(request));
        Arrays.stream(Clock.values()).map(Clock::parameter).forEach(kept::remove);
        String path = request.getRequestURI();
        Links to = new Links(Asked.NOW);
        Layout layout = new Layout(
                "A date that cannot be read",
                Theme.of(request),
                reader(request),
                to.to(path, kept),
                bars.of(dates, path, kept),
                to,
                Set.of());
        return new ModelAndView("desk/unreadable").addObject("page", layout).addObject("to", to);
    }

    /** A page that tells nothing of the ledger. */
    public ModelAndView bare(HttpServletRequest request, String view, String title) {
        Links to = new Links(Asked.NOW);
        Layout layout =
                new Layout(title, Theme.of(request), reader(request), request.getRequestURI(), null, to, Set.of());
        return new ModelAndView(view).addObject("page", layout).addObject("to", to);
    }

    /** Who looks at the page that is asked for. */
    public Reader reader(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return Reader.of(caller, reading, caller == null || csrf == null ? null : csrf.getToken());
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private static @Nullable Clock clock(String parameter) {
        for (Clock clock : Clock.values()) {
            if (clock.parameter().equals(parameter)) {
                return clock;
            }
        }
        return null;
    }

    /** Each parameter with its text; what is empty was not given. */
    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        parameters(request).forEach((name, texts) -> {
            if (texts.length > 1) {
                throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is given more than once");
            }
            if (texts[0].length() > LONGEST) {
                throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " has at most " + LONGEST + " characters");
            }
            if (!texts[0].isBlank()) {
                given.put(name, texts[0].strip());
            }
        });
        return given;
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, "The query is UTF-8, percent-encoded");
        }
    }
}
