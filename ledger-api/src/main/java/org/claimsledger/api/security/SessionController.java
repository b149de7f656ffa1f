package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.SessionView.CsrfView;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.token.Role;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /session}: the caller, and the token that their page needs to write. */
@RestController
final class SessionController {

    @RequiresRole(Role.READER)
    @GetMapping("/api/v1/session")
    SessionView session(HttpServletRequest request) {
        QueryParameters.of(request);
        Caller caller = Caller.authenticated(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new SessionView(
                caller.actor(),
                caller.roles().stream().sorted().toList(),
                Caller.isInSession(request) ? new CsrfView(csrf.getHeaderName(), csrf.getToken()) : null);
    }
}
