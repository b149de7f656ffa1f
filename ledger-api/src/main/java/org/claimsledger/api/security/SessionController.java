package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.security.SessionController.SessionView.CsrfView;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /session}: the caller, and the token that their page needs to write. */
@RestController
public final class SessionController {

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

    /**
     * The caller.
     *
     * @param csrf the token that writes of a session have to bring along; null for callers with a bearer token
     */
    public record SessionView(
            String actor, List<Role> roles, @Nullable CsrfView csrf) {

        public record CsrfView(String header, String token) {}
    }
}
