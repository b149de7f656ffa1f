package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.claimsledger.api.security.OidcLoginClient.OidcPerson;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The caller of a request. Only credentials make a caller: nothing in a body or in another header does.
 *
 * @param actor the name that events are recorded under
 * @param roles of the caller; a person of an identity provider may have several, or none
 * @param token the id of the caller's token; absent for the admin's and for those of an identity provider
 * @param until when the caller has to authenticate again
 */
public record Caller(
        String actor, Set<Role> roles, @Nullable String tokenId, Instant validUntil) {

    /** The holder of the admin's token, or of the ledger's files. */
    static final Caller ADMIN = owner(TokenName.ADMIN);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller with the ledger at hand, who may choose the name of the actor. */
    public static Caller owner(String actor) {
        return new Caller(actor, Set.of(Role.ADMIN), null, Instant.MAX);
    }

    static Caller of(Token token) {
        return new Caller(token.name().text(), Set.of(token.role()), token.id(), token.expires());
    }

    /** The caller of the request; absent where it came without credentials. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication ? of(authentication) : null;
    }

    /** The caller of a request that cannot come without credentials. */
    public static Caller authenticated(HttpServletRequest request) {
        Caller caller = of(request);
        if (caller == null) {
            throw unauthorized();
        }
        return caller;
    }

    /** Whether the request came by a session, and so from a page, which may be a foreign one. */
    public static boolean isInSession(HttpServletRequest request) {
        return CallerFilter.bearerToken(request) == null
                && of(SecurityContextHolder.getContext().getAuthentication()) != null;
    }

    static @Nullable Caller of(@Nullable Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case Caller caller -> caller;
            case OidcPerson person -> person.caller();
            case null, default -> null;
        };
    }

    public boolean may(Role needed) {
        return roles.stream().anyMatch(role -> role.includes(needed));
    }

    /** @throws Refused where the caller does not have the role */
    public void require(Role needed) {
        require(needed, "");
    }

    /** @param pointer the field of the body that needs the role */
    public void require(Role needed, String pointer) {
        if (!may(needed)) {
            throw Refused.because(RefusalCode.FORBIDDEN, pointer, "This needs the role " + needed.lowerCaseName());
        }
    }

    /** One refusal for all, which does not tell whether there is such a token, or was. */
    public static Refused unauthorized() {
        return Refused.because(
                RefusalCode.UNAUTHORIZED, "This needs a valid token in the header Authorization: Bearer, or a session");
    }
}
