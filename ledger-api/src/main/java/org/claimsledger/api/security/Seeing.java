package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the caller of a request may see. Which sources the protected ones are is for editors, legal and admins alone. */
@Component
public final class Seeing {

    private final Projections projections;

    public Seeing(Projections projections) {
        this.projections = projections;
    }

    /** The read side as the request's caller may see it; for this request. */
    public Seen by(HttpServletRequest request) {
        return by(Caller.of(request));
    }

    /** @param caller absent where nobody in particular calls */
    public Seen by(@Nullable Caller caller) {
        return projections.seenBy(sightOf(caller));
    }

    private static Sight sightOf(@Nullable Caller caller) {
        return caller != null && (caller.may(Role.EDITOR) || caller.may(Role.LEGAL)) ? Sight.WHOLE : Sight.VEILED;
    }
}
