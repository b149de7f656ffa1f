package org.claimsledger.api.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.claimsledger.api.security.AddressPrefix;
import org.claimsledger.value.Refused;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Holds callers to the {@link RateLimit}: those who are known by their name, all others by their address. Whoever asks
 * after the ledger's health always gets an answer.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    /** The attribute with the name of whoever calls, where somebody is known to. */
    public static final String CALLER = "org.claimsledger.caller";

    private final RateLimit limit;
    private final HandlerExceptionResolver problems;

    RateLimitFilter(RateLimit limit, HandlerExceptionResolver problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal known = request.getUserPrincipal();
        if (known != null) {
            request.setAttribute(CALLER, known.getName());
        }
        try {
            limit.count(
                    known == null
                            ? "address " + AddressPrefix.of(request.getRemoteAddr())
                            : "caller " + known.getName());
        } catch (Refused refused) {
            problems.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
