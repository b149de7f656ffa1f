package org.claimsledger.api.security;

import java.util.List;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param csrf what writes of a session have to bring along; null of whoever came with a token
 */
public record SessionView(
        String actor, List<Role> roles, @Nullable CsrfView csrf) {

    public record CsrfView(String header, String token) {}
}
