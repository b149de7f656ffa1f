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
 * Holds callers to the {@link RateLimit}: known callers by their name, all others by their address. Calls that ask for
 * the ledger's health are never limited.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

    /** The request attribute with the name of the caller; absent where the caller is unknown. */
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
        Principal caller = request.getUserPrincipal();
        if (caller != null) {
            request.setAttribute(CALLER, caller.getName());
        }
        try {
            limit.count(
                    caller == null
                            ? "address " + AddressPrefix.of(request.getRemoteAddr())
                            : "caller " + caller.getName());
        } catch (Refused refused) {
            problems.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
