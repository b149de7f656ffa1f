package org.claimsledger.api.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Logs a person in by the name of a token and the token itself, which serves as the password. */
final class TokenLoginProvider implements AuthenticationProvider {

    private final CallerFinder callerFinder;

    TokenLoginProvider(CallerFinder callerFinder) {
        this.callerFinder = callerFinder;
    }

    /** Looks the token up whatever the name is, and answers alike whichever of the two is wrong. */
    @Override
    public Authentication authenticate(Authentication login) {
        Caller caller = callerFinder.ofLedgerToken(text(login.getCredentials()).strip());
        if (caller == null || !caller.actor().equals(text(login.getPrincipal()).strip())) {
            throw new BadCredentialsException("name and token do not fit");
        }
        return new CallerAuthentication(caller);
    }

    private static String text(@Nullable Object given) {
        return given instanceof String text ? text : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
