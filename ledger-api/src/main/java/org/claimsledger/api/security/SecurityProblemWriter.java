package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Writes a refusal of the security filters as a problem like all others. */
final class SecurityProblemWriter {

    private final HandlerExceptionResolver problems;

    SecurityProblemWriter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    void unauthorized(HttpServletRequest request, HttpServletResponse response) {
        answer(request, response, Caller.unauthorized());
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        answer(
                request,
                response,
                denied instanceof CsrfException
                        ? Refused.because(
                                RefusalCode.CSRF_TOKEN_MISSING,
                                "A session's write needs the header " + CsrfTokenStore.HEADER + ", with what "
                                        + "GET /api/v1/session says")
                        : Caller.unauthorized());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refused refused) {
        problems.resolveException(request, response, null, refused);
    }
}
