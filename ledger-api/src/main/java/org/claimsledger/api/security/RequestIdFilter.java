package org.claimsledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.claimsledger.value.Ids;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, which is in every answer and in every event that the request records. */
public final class RequestIdFilter extends OncePerRequestFilter {

    /** The name of the header, and of the request attribute. */
    private static final String REQUEST_ID = "X-Request-Id";

    public static String requestId(HttpServletRequest request) {
        return (String) Objects.requireNonNull(request.getAttribute(REQUEST_ID), REQUEST_ID);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = Ids.newId();
        request.setAttribute(REQUEST_ID, name);
        response.setHeader(REQUEST_ID, name);
        chain.doFilter(request, response);
    }
}
