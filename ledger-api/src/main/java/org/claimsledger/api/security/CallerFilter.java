package org.claimsledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller: the owner of the bearer token, and without one the owner of the session. An invalid token is refused
 * even where none is needed, so that its owner learns of it; a session whose token is gone is ended.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer";

    private final CallerFinder callerFinder;
    private final SecurityProblemWriter problems;

    CallerFilter(CallerFinder callerFinder, SecurityProblemWriter securityProblemWriter) {
        this.callerFinder = callerFinder;
        this.problems = securityProblemWriter;
    }

    /** The bearer token of the request, which may be empty; absent without one, and with credentials of another scheme. */
    static @Nullable String bearerToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bears = authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || authorization.charAt(SCHEME.length()) == ' ');
        return bears ? authorization.substring(SCHEME.length()).strip() : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = bearerToken(request);
        if (token != null) {
            Caller caller = token.isEmpty() ? null : callerFinder.ofBearerToken(token);
            if (caller == null) {
                problems.unauthorized(request, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CallerAuthentication(caller));
            SecurityContextHolder.setContext(context);
        } else if (!callerFinder.isStillAdmitted(
                Caller.of(SecurityContextHolder.getContext().getAuthentication()))) {
            invalidate(request.getSession(false));
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private static void invalidate(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
