package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who calls. Nothing in a body or in any header but the credentials themselves makes a caller.
 *
 * @param actor the name that everything is recorded under
 * @param roles what they may do; a person of an identity provider may have several, or none
 * @param token the id of the token that they came with; absent of the admin's and of an identity provider's
 * @param until when they have to show who they are again
 */
public record Caller(
        String actor, Set<Role> roles, @Nullable String tokenId, Instant validUntil) {

    /** Whoever has the admin's token, and whoever has the ledger's files. */
    static final Caller ADMIN = owner(TokenName.ADMIN);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who has the ledger itself in hand, and may say who they are. */
    public static Caller owner(String actor) {
        return new Caller(actor, Set.of(Role.ADMIN), null, Instant.MAX);
    }

    static Caller of(Token token) {
        return new Caller(token.name().text(), Set.of(token.role()), token.id(), token.expires());
    }

    /** Who sent the request; absent where nobody in particular did. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication ? of(authentication) : null;
    }

    /** Who sent the request, where the call has made sure that somebody did. */
    public static Caller authenticated(HttpServletRequest request) {
        Caller caller = of(request);
        if (caller == null) {
            throw unauthorized();
        }
        return caller;
    }

    /** Whether the request came by a session, and so from a page, maybe of somebody else's. */
    public static boolean isInSession(HttpServletRequest request) {
        return CallerFilter.bearerToken(request) == null
                && of(SecurityContextHolder.getContext().getAuthentication()) != null;
    }

    static @Nullable Caller of(@Nullable Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case Caller caller -> caller;
            case ExternalPrincipal person -> person.caller();
            case null, default -> null;
        };
    }

    public boolean may(Role needed) {
        return roles.stream().anyMatch(role -> role.includes(needed));
    }

    /** @throws Refused where they may not do what needs this role */
    public void require(Role needed) {
        require(needed, "");
    }

    /** @param pointer the field of the body that asks for it */
    public void require(Role needed, String pointer) {
        if (!may(needed)) {
            throw Refused.because(RefusalCode.FORBIDDEN, pointer, "This needs the role " + needed.lowerCaseName());
        }
    }

    /** The same for everybody: it does not say whether there is such a token, or was. */
    public static Refused unauthorized() {
        return Refused.because(
                RefusalCode.UNAUTHORIZED, "This needs a valid token in the header Authorization: Bearer, or a session");
    }
}
