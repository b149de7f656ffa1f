package org.claimsledger.api.security;

import java.util.List;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * The caller.
 *
 * @param csrf the token that writes of a session have to bring along; null for callers with a bearer token
 */
public record SessionView(
        String actor, List<Role> roles, @Nullable CsrfView csrf) {

    public record CsrfView(String header, String token) {}
}
