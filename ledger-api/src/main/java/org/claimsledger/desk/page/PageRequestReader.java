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
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.ReadPolicy;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.ViewpointDate;
import org.claimsledger.desk.words.ViewpointParameters;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads the address of a page. */
@Component
public final class PageRequestReader {

    private static final String REQUEST_ATTRIBUTE = PageRequest.class.getName();
    private static final int LONGEST = 500;
    private static final Pattern API_PATHS = Pattern.compile("/(api|health|metrics)(/|$)");

    private final PageViewpointReader viewpoints;
    private final TimeBarBuilder timeBars;
    private final ReadPolicy readPolicy;
    private final ReadAccess readAccess;

    PageRequestReader(
            PageViewpointReader pageViewpointReader,
            TimeBarBuilder bars,
            ReadPolicy readPolicy,
            ReadAccess readAccess) {
        this.readAccess = readAccess;
        this.readPolicy = readPolicy;
        this.viewpoints = pageViewpointReader;
        this.timeBars = bars;
    }

    /**
     * A visit of a page that has these parameters besides the clocks. Others are told and not used: a misspelled date would
     * otherwise look like the answer to what was asked.
     *
     * @throws UnreadableDates where a clock's date cannot be read
     */
    public PageRequest of(HttpServletRequest request, String... known) {
        List<String> own = Arrays.asList(known);
        Map<ViewpointDate, String> viewpointDates = new EnumMap<>(ViewpointDate.class);
        Map<String, String> parameters = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        givenParameters(request).forEach((name, text) -> {
            ViewpointDate viewpointDate = viewpointDate(name);
            if (viewpointDate != null) {
                viewpointDates.put(viewpointDate, text);
            } else if (own.contains(name)) {
                parameters.put(name, text);
            } else {
                unknown.add(name.length() > 40 ? name.substring(0, 40) + "…" : name);
            }
        });
        PageRequest pageRequest = new PageRequest(
                baseUrl(request),
                request.getRequestURI(),
                parameters,
                unknown,
                ColorTheme.of(request),
                user(request),
                viewpoints.of(new ViewpointParameters(viewpointDates)),
                readAccess.readModelFor(request),
                timeBars);
        request.setAttribute(REQUEST_ATTRIBUTE, pageRequest);
        return pageRequest;
    }

    /** The visit that was begun with the request; absent where its dates could not even be read. */
    @Nullable
    PageRequest started(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ATTRIBUTE) instanceof PageRequest pageRequest ? pageRequest : null;
    }

    /** A visit of an address that is no page, or whose parameters cannot be read. */
    PageRequest forUnknownPage(HttpServletRequest request) {
        return forAction(request, request.getRequestURI());
    }

    /**
     * A visit of a page on which something is done, and that is always now.
     *
     * @param path the page of what it is done to: to look at the past leads there
     */
    public PageRequest forAction(HttpServletRequest request, String path) {
        return new PageRequest(
                baseUrl(request),
                path,
                Map.of(),
                Set.of(),
                ColorTheme.of(request),
                user(request),
                viewpoints.of(ViewpointParameters.NOW),
                readAccess.readModelFor(request),
                timeBars);
    }

    /** What is asked for by a program, and no page. */
    static boolean isApiCall(HttpServletRequest request) {
        return API_PATHS.matcher(request.getRequestURI()).lookingAt();
    }

    /** A page for dates that cannot be read. */
    ModelAndView unreadable(HttpServletRequest request, UnreadableDates dates) {
        Map<String, String> kept = new LinkedHashMap<>(givenParameters(request));
        Arrays.stream(ViewpointDate.values()).map(ViewpointDate::parameter).forEach(kept::remove);
        String path = request.getRequestURI();
        Links to = new Links(ViewpointParameters.NOW);
        Layout layout = new Layout(
                "A date that cannot be read",
                ColorTheme.of(request),
                user(request),
                to.to(path, kept),
                timeBars.of(dates, path, kept),
                to,
                Set.of());
        return new ModelAndView("desk/unreadable").addObject("page", layout).addObject("to", to);
    }

    /** A page that tells nothing of the ledger. */
    public ModelAndView bare(HttpServletRequest request, String view, String title) {
        Links to = new Links(ViewpointParameters.NOW);
        Layout layout =
                new Layout(title, ColorTheme.of(request), user(request), request.getRequestURI(), null, to, Set.of());
        return new ModelAndView(view).addObject("page", layout).addObject("to", to);
    }

    /** Who looks at the page that is asked for. */
    public PageUser user(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return PageUser.of(caller, readPolicy, caller == null || csrf == null ? null : csrf.getToken());
    }

    private static String baseUrl(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private static @Nullable ViewpointDate viewpointDate(String parameter) {
        for (ViewpointDate viewpointDate : ViewpointDate.values()) {
            if (viewpointDate.parameter().equals(parameter)) {
                return viewpointDate;
            }
        }
        return null;
    }

    /** Each parameter with its text; what is empty was not given. */
    private static Map<String, String> givenParameters(HttpServletRequest request) {
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
