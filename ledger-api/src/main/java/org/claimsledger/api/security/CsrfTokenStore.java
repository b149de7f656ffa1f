package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Stores the token that a form or a script has to send back: in the session, and before a login in a cookie, so that
 * nobody fills the memory with sessions.
 */
final class CsrfTokenStore implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-Token";
    static final String PARAMETER = "_csrf";

    private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

    CsrfTokenStore() {
        inCookie.setCookieName("ledger-login");
        inCookie.setParameterName(PARAMETER);
        inCookie.setHeaderName(HEADER);
        inCookie.setCookiePath("/");
        inCookie.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        inSession.setParameterName(PARAMETER);
        inSession.setHeaderName(HEADER);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(HEADER, PARAMETER, UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        storeFor(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return storeFor(request).loadToken(request);
    }

    private CsrfTokenRepository storeFor(HttpServletRequest request) {
        return request.getSession(false) == null ? inCookie : inSession;
    }

    /** Takes the CSRF token from its header and never from a body, which belongs to the call. */
    static final class CsrfHeaderHandler implements CsrfTokenRequestHandler {

        private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
            masked.handle(request, response, token);
        }

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            return request.getHeader(token.getHeaderName()) == null
                    ? null
                    : masked.resolveCsrfTokenValue(request, token);
        }
    }
}
