package org.claimsledger.api.security;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * Turns the claims of an identity provider into a caller. Its actor begins with {@code oidc:}, which the name of a token
 * cannot, so that neither is taken for the other.
 *
 * @param actor the claim that names the person; one that the provider never gives to anybody else
 * @param role the claim with the roles, one or a list; a path with dots where it lies within others
 * @param prefix of those roles of the provider that are meant for this ledger
 */
record IdentityClaims(String actor, String role, String prefix) {

    private static final String ACTOR_PREFIX = "oidc:";
    private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");

    /** The caller; absent where the claim that should name the person does not. */
    Optional<Caller> caller(Map<String, Object> claims, Instant until) {
        return value(claims, actor) instanceof String name && NAME.matcher(name).matches()
                ? Optional.of(new Caller(ACTOR_PREFIX + name, roles(value(claims, role)), null, until))
                : Optional.empty();
    }

    private Set<Role> roles(@Nullable Object value) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Collection<?> all =
                switch (value) {
                    case Collection<?> several -> several;
                    case String one -> Set.of(one);
                    case null, default -> Set.of();
                };
        for (Object each : all) {
            if (each instanceof String text && text.startsWith(prefix)) {
                Role.of(text.substring(prefix.length())).ifPresent(roles::add);
            }
        }
        return roles;
    }

    /** A claim by its whole name, which may have dots, else by the path that the dots make. */
    private static @Nullable Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> within
                ? value(within, name.substring(dot + 1))
                : null;
    }
}
