package org.claimsledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Surrounds a login of either kind: throttles attempts before it and makes the session last after it. */
final class LoginFilter extends OncePerRequestFilter
        implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** The time that a session lasts without a request. */
    static final Duration SESSION_IDLE_TIME = Duration.ofHours(8);

    /** The time that a session lasts before the login, on the way to an identity provider and back. */
    static final Duration LOGIN_TIME = Duration.ofMinutes(10);

    private final LoginThrottle throttle;

    LoginFilter(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean tries = path.equals(LoginOptions.PATH) && request.getMethod().equals("POST");
        return !tries && !path.startsWith(LoginOptions.PROVIDER_PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (throttle.admits(request.getRemoteAddr())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(LoginThrottle.PERIOD.toSeconds()));
        request.setAttribute(LoginOptions.THROTTLED, LoginThrottle.PERIOD);
        request.getRequestDispatcher(LoginOptions.PATH).forward(new AsGetRequest(request), response);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        throttle.reset(request.getRemoteAddr());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setMaxInactiveInterval((int) SESSION_IDLE_TIME.toSeconds());
        }
        response.sendRedirect(
                LocalPath.of(request.getParameter(LoginOptions.RETURN_TO)).toString());
    }

    /** Does not tell what was wrong, and makes no session to remember it. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        String onward =
                LocalPath.of(request.getParameter(LoginOptions.RETURN_TO)).toString();
        response.sendRedirect(LoginOptions.PATH + "?failed"
                + (onward.equals("/")
                        ? ""
                        : "&" + LoginOptions.RETURN_TO + "=" + URLEncoder.encode(onward, StandardCharsets.UTF_8)));
    }

    /** Shows the page, whatever was sent to it. */
    private static final class AsGetRequest extends HttpServletRequestWrapper {

        AsGetRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
