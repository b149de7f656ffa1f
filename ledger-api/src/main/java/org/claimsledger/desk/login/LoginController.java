package org.claimsledger.desk.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.claimsledger.api.security.LocalPath;
import org.claimsledger.api.security.LoginWays;
import org.claimsledger.api.security.Open;
import org.claimsledger.desk.page.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people log in and out. It works without scripts, and tells nothing of the ledger. */
@Controller
final class LoginController {

    private static final Map<String, String> TOLD = Map.of(
            "failed", "Name and token do not belong together, or the token is not taken any more.",
            "out", "You are logged out.",
            "stale", "The page was too old, or the browser keeps no cookies. Please try again.");

    private final Visits visits;
    private final LoginWays ways;

    LoginController(Visits visits, LoginWays ways) {
        this.visits = visits;
        this.ways = ways;
    }

    @Open
    @GetMapping(LoginWays.PATH)
    ModelAndView page(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return visits.bare(request, "desk/login", "Log in")
                .addObject("told", told(request))
                .addObject("onward", LocalPath.of(request.getParameter(LoginWays.ONWARD)))
                .addObject("csrf", csrf.getToken())
                .addObject("away", ways.elsewhere() ? LoginWays.AWAY + "/" + LoginWays.PROVIDER : null);
    }

    private static @Nullable String told(HttpServletRequest request) {
        if (request.getAttribute(LoginWays.TOO_OFTEN) instanceof Duration wait) {
            return "Too many attempts from your address. Please wait " + wait.toMinutes() + " minutes.";
        }
        return TOLD.entrySet().stream()
                .filter(it -> request.getParameter(it.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
