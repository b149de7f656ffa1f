package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives each caller the read model that they may see. Everybody sees that a source is protected; only editors, legal and
 * admins may know which source it is. What no editor has accepted is read by these, and by whoever filed it.
 */
@Component
public final class ReadAccess {

    private final ReadModels readModels;

    public ReadAccess(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** The read model of the request's caller, for this request. */
    public ReadModel readModelFor(HttpServletRequest request) {
        return readModelFor(Caller.of(request));
    }

    /** @param caller absent where the request came without credentials */
    public ReadModel readModelFor(@Nullable Caller caller) {
        return readModels.readModelFor(visibilityOf(caller));
    }

    private static Visibility visibilityOf(@Nullable Caller caller) {
        if (caller == null) {
            return Visibility.REDACTED;
        }
        return caller.may(Role.EDITOR) || caller.may(Role.LEGAL) ? Visibility.FULL : Visibility.ofActor(caller.actor());
    }
}
