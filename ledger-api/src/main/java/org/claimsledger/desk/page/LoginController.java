package org.claimsledger.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.claimsledger.api.security.LocalPath;
import org.claimsledger.api.security.LoginOptions;
import org.claimsledger.api.security.PublicCall;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page to log in and out. It works without scripts and tells nothing of the ledger. */
@Controller
final class LoginController {

    private static final Map<String, String> NOTICES = Map.of(
            "failed", "Name and token do not belong together, or the token is not taken any more.",
            "out", "You are logged out.",
            "stale", "The page was too old, or the browser keeps no cookies. Please try again.");

    private final PageRequestReader pageRequests;
    private final LoginOptions options;

    LoginController(PageRequestReader pageRequests, LoginOptions options) {
        this.pageRequests = pageRequests;
        this.options = options;
    }

    @PublicCall
    @GetMapping(LoginOptions.PATH)
    ModelAndView page(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return pageRequests
                .bare(request, "desk/login", "Log in")
                .addObject("told", notice(request))
                .addObject("onward", LocalPath.of(request.getParameter(LoginOptions.RETURN_TO)))
                .addObject("csrf", csrf.getToken())
                .addObject(
                        "away",
                        options.hasIdentityProvider()
                                ? LoginOptions.PROVIDER_PATH + "/" + LoginOptions.PROVIDER
                                : null);
    }

    private static @Nullable String notice(HttpServletRequest request) {
        if (request.getAttribute(LoginOptions.THROTTLED) instanceof Duration wait) {
            return "Too many attempts from your address. Please wait " + wait.toMinutes() + " minutes.";
        }
        return NOTICES.entrySet().stream()
                .filter(it -> request.getParameter(it.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
