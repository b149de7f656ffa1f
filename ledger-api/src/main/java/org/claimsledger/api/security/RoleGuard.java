package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.claimsledger.token.Role;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody make a call whose role they have not. */
public final class RoleGuard implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Reading reading;

    public RoleGuard(Reading reading) {
        this.reading = reading;
    }

    /** What a request only reads with. */
    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod call) || call.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Needs needs = call.getMethodAnnotation(Needs.class);
        if (needs == null && isReading(request)) {
            if (reading == Reading.CLOSED) {
                Caller.known(request).require(Role.READER);
            }
            return true;
        }
        Caller.known(request).require(needs == null ? Role.ADMIN : needs.value());
        return true;
    }
}
