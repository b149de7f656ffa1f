package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.claimsledger.value.Ids;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Names every request, and lets nobody write without the token. Reading is open, but for {@link AdminOnly}. */
public final class WriteGuard implements HandlerInterceptor {

    /** Names the request, in the answer and in every event that comes of it. */
    public static final String REQUEST_ID = "X-Request-Id";

    private final AdminToken token;

    public WriteGuard(AdminToken token) {
        this.token = token;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String id = Ids.fresh();
        request.setAttribute(REQUEST_ID, id);
        response.setHeader(REQUEST_ID, id);
        String method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        boolean open = reads && !(handler instanceof HandlerMethod call && call.hasMethodAnnotation(AdminOnly.class));
        if (!open && !token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"claims-ledger\"");
            throw Refused.because(
                    RefusalCode.UNAUTHORIZED,
                    "Writes and the export need the header Authorization: Bearer and the admin's token");
        }
        return true;
    }
}
