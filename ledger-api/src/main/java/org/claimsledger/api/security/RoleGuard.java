package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses calls whose role the caller does not have. */
public final class RoleGuard implements HandlerInterceptor {

    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final ReadPolicy readPolicy;

    public RoleGuard(ReadPolicy readPolicy) {
        this.readPolicy = readPolicy;
    }

    /** The methods of requests that only read. */
    public static boolean isReadMethod(HttpServletRequest request) {
        return READ_METHODS.contains(request.getMethod());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod call) || call.hasMethodAnnotation(PublicCall.class)) {
            return true;
        }
        Role role = requiredRole(call);
        if (role == null && isReadMethod(request)) {
            if (readPolicy == ReadPolicy.CLOSED) {
                Caller.authenticated(request).require(Role.READER);
            }
            return true;
        }
        Caller.authenticated(request).require(role == null ? Role.ADMIN : role);
        return true;
    }

    private static @Nullable Role requiredRole(HandlerMethod call) {
        if (call.getBean() instanceof RoleRequirement requirement) {
            return requirement.requiredRole();
        }
        RequiresRole annotation = call.getMethodAnnotation(RequiresRole.class);
        return annotation == null ? null : annotation.value();
    }

    /** A handler of requests whose role is known at run time only, so that no {@link RequiresRole} can name it. */
    public interface RoleRequirement {

        Role requiredRole();
    }

    /** Who may read. */
    public enum ReadPolicy {
        /** Everybody who can reach the ledger. */
        OPEN,
        /** Everybody with a role. */
        CLOSED
    }
}
