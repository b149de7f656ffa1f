package org.claimsledger.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.claimsledger.api.problem.LoggableFault;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.api.security.LocalPath;
import org.claimsledger.api.security.LoginOptions;
import org.claimsledger.api.viewpoint.UnreadableDates;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.desk.words.Links;
import org.claimsledger.projection.search.SearchIndex.IndexUnreadable;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers what goes wrong outside the API with a page, in the words of the problem. */
@Component
final class PageExceptionResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageExceptionResolver.class);

    private final PageRequestReader pageRequests;

    PageExceptionResolver(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (PageRequestReader.isApiCall(request)) {
            return null;
        }
        if (fault instanceof Refused refused && needsLogin(refused)) {
            return new ModelAndView(
                    new RedirectView(LoginOptions.PATH + "?" + LoginOptions.RETURN_TO + "=" + returnPath(request)));
        }
        try {
            return page(request, fault);
        } catch (UnreadableDates dates) {
            return unreadable(request, dates);
        } catch (RuntimeException worse) {
            LOG.error("A problem could not be told on a page", LoggableFault.of(worse));
            return null;
        }
    }

    private static boolean needsLogin(Refused refused) {
        return refused.refusals().getFirst().kind() == RefusalCode.Kind.UNAUTHORIZED;
    }

    /** The address to go back to after the login; a form that was sent is not sent again. */
    private static String returnPath(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(LocalPath.of(here).toString(), StandardCharsets.UTF_8);
    }

    private @Nullable ModelAndView page(HttpServletRequest request, Exception fault) {
        return switch (fault) {
            case UnreadableDates dates -> unreadable(request, dates);
            case Refused refused ->
                problem(
                        request,
                        Problems.status(refused.refusals().getFirst().kind()),
                        refused.refusals().getFirst().detail() + ".");
            case StoreUnreadable unreadable ->
                problem(
                        request,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The events cannot be read at the moment; try again shortly.");
            case IndexUnreadable unreadable ->
                problem(
                        request,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nothing can be searched for at the moment; everything else can be read.");
            case ErrorResponse error -> {
                HttpStatus status = HttpStatus.valueOf(error.getStatusCode().value());
                yield problem(
                        request,
                        status,
                        status == HttpStatus.NOT_FOUND
                                ? "The desk has no page at this address."
                                : "The request cannot be answered: "
                                        + status.getReasonPhrase().toLowerCase(Locale.ROOT) + ".");
            }
            case InvalidParameterException undecodable ->
                problem(request, HttpStatus.BAD_REQUEST, "The address is not UTF-8, percent-encoded.");
            case RequestRejectedException unseen ->
                problem(request, HttpStatus.BAD_REQUEST, "A header holds characters that are no text.");
            case RuntimeException broken -> {
                LOG.error("A page could not be made", LoggableFault.of(broken));
                LOG.debug("What failed said", broken);
                yield problem(
                        request, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong; the ledger's log says what.");
            }
            default -> null;
        };
    }

    private ModelAndView unreadable(HttpServletRequest request, UnreadableDates dates) {
        ModelAndView page = pageRequests.unreadable(request, dates);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView problem(HttpServletRequest request, HttpStatus status, String sentence) {
        if (!pageRequests.user(request).mayRead()) {
            ModelAndView bare =
                    pageRequests.bare(request, "desk/problem", title(status)).addObject("sentence", sentence);
            bare.setStatus(status);
            return bare;
        }
        PageRequest started = pageRequests.started(request);
        PageRequest pageRequest = started == null ? pageRequests.forUnknownPage(request) : started;
        ModelAndView page = pageRequest
                .page("desk/problem", title(status))
                .addObject("sentence", sentence)
                .addObject(
                        "atNow",
                        pageRequest.viewpoint().requested().isNow() || status != HttpStatus.NOT_FOUND
                                ? null
                                : Links.at(ViewpointParameters.NOW, pageRequest.path(), pageRequest.parameters()));
        page.setStatus(status);
        return page;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Not there";
            case BAD_REQUEST -> "This address cannot be read";
            case SERVICE_UNAVAILABLE -> "Not at the moment";
            case TOO_MANY_REQUESTS -> "Too often";
            case FORBIDDEN -> "Not yours to do";
            default -> "That did not work";
        };
    }
}
