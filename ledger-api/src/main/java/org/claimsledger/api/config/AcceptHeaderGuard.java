package org.claimsledger.api.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.claimsledger.api.security.RoleGuard;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a write whose answer the client would not accept before it is carried out. Otherwise it would be refused for its
 * {@code Accept} header when it is in the ledger already.
 */
public final class AcceptHeaderGuard implements HandlerInterceptor {

    private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        boolean answersJson = handler instanceof HandlerMethod call && !call.isVoid();
        if (answersJson && !RoleGuard.isReadMethod(request)) {
            List<MediaType> accepted = header.resolveMediaTypes(new ServletWebRequest(request));
            if (accepted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
                throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
            }
        }
        return true;
    }
}
