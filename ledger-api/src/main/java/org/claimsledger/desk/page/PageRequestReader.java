package org.claimsledger.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.UnreadableDates;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.desk.words.Links;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads the requests for pages. */
@Component
public final class PageRequestReader {

    private static final String REQUEST_ATTRIBUTE = PageRequest.class.getName();
    private static final int MAX_SHOWN = 40;
    private static final Duration SEARCHABLE_TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern API_PATHS = Pattern.compile("/(api|health|metrics)(/|$)");

    private final ViewpointReader viewpoints;
    private final ReadModels readModels;
    private final InstantSource clock;
    private final TimeBarBuilder timeBars;
    private final ReadPolicy readPolicy;
    private final ReadAccess readAccess;

    PageRequestReader(
            ViewpointReader viewpoints,
            ReadModels readModels,
            InstantSource clock,
            TimeBarBuilder timeBars,
            ReadPolicy readPolicy,
            ReadAccess readAccess) {
        this.viewpoints = viewpoints;
        this.readModels = readModels;
        this.clock = clock;
        this.timeBars = timeBars;
        this.readPolicy = readPolicy;
        this.readAccess = readAccess;
    }

    /**
     * A request for a page that has these parameters besides the dates. The page lists unknown ones and ignores them,
     * because an answer to a misspelled date would otherwise look like the answer to the question.
     *
     * @throws UnreadableDates where a date cannot be read
     */
    public PageRequest of(HttpServletRequest request, String... own) {
        Map<String, String> given = QueryParameters.ofPage(request);
        ViewpointParameters dates = ViewpointParameters.of(given);
        Map<String, String> others = withoutDates(given);
        Map<String, String> parameters = new LinkedHashMap<>(others);
        parameters.keySet().retainAll(List.of(own));
        Set<String> unknown = new TreeSet<>();
        others.keySet().stream()
                .filter(name -> !parameters.containsKey(name))
                .map(name -> name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "…" : name)
                .forEach(unknown::add);
        PageRequest pageRequest = new PageRequest(
                baseUrl(request),
                request.getRequestURI(),
                parameters,
                unknown,
                ColorTheme.of(request),
                user(request),
                viewpoint(dates),
                readAccess.readModelFor(request),
                timeBars);
        request.setAttribute(REQUEST_ATTRIBUTE, pageRequest);
        return pageRequest;
    }

    /**
     * The viewpoint that these dates name.
     *
     * @throws UnreadableDates where a date cannot be read
     */
    public PageViewpoint viewpoint(ViewpointParameters dates) {
        Viewpoint viewpoint = viewpoints.of(dates);
        long head = dates.text(ViewpointDate.RECORDED) == null
                ? viewpoint.position()
                : Math.max(readModels.applied(), viewpoint.position());
        return new PageViewpoint(dates, viewpoint, head, clock.instant());
    }

    /** Waits until a search shows all that the page reads. */
    public void requireSearchable(PageRequest pageRequest) {
        try {
            if (readModels.awaitShown(pageRequest.position(), SEARCHABLE_TIMEOUT)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(
                RefusalCode.NOT_READY, "Nothing can be searched for at the moment; everything else can be read");
    }

    private static Map<String, String> withoutDates(Map<String, String> parameters) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        for (ViewpointDate date : ViewpointDate.values()) {
            others.remove(date.parameter());
        }
        return others;
    }

    /** The page request that was read earlier; absent where its dates could not be read. */
    @Nullable
    PageRequest started(HttpServletRequest request) {
        return request.getAttribute(REQUEST_ATTRIBUTE) instanceof PageRequest pageRequest ? pageRequest : null;
    }

    /** A request for an address that is no page, or whose parameters cannot be read. */
    PageRequest forUnknownPage(HttpServletRequest request) {
        return forAction(request, request.getRequestURI());
    }

    /**
     * A request for a page that records something, which is always now.
     *
     * @param path of the page about what it changes; the time bar leads there
     */
    public PageRequest forAction(HttpServletRequest request, String path) {
        return new PageRequest(
                baseUrl(request),
                path,
                Map.of(),
                Set.of(),
                ColorTheme.of(request),
                user(request),
                viewpoint(ViewpointParameters.NOW),
                readAccess.readModelFor(request),
                timeBars);
    }

    /** Whether the request comes from a program, for which there are no pages. */
    static boolean isApiCall(HttpServletRequest request) {
        return API_PATHS.matcher(request.getRequestURI()).lookingAt();
    }

    /** The page that tells what is wrong with the dates. */
    ModelAndView unreadable(HttpServletRequest request, UnreadableDates dates) {
        Map<String, String> otherParameters = withoutDates(QueryParameters.ofPage(request));
        String path = request.getRequestURI();
        Links links = new Links(ViewpointParameters.NOW);
        Layout layout = new Layout(
                "A date that cannot be read",
                ColorTheme.of(request),
                user(request),
                links.to(path, otherParameters),
                timeBars.of(dates, path, otherParameters),
                links,
                Set.of());
        return new ModelAndView("desk/unreadable").addObject("page", layout).addObject("to", links);
    }

    /** A page that tells nothing of the ledger. */
    public ModelAndView bare(HttpServletRequest request, String view, String title) {
        Links links = new Links(ViewpointParameters.NOW);
        Layout layout = new Layout(
                title, ColorTheme.of(request), user(request), request.getRequestURI(), null, links, Set.of());
        return new ModelAndView(view).addObject("page", layout).addObject("to", links);
    }

    /** The user who asks for the page. */
    public PageUser user(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return PageUser.of(caller, readPolicy, caller == null || csrf == null ? null : csrf.getToken());
    }

    private static String baseUrl(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
