package org.claimsledger.api.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets a person in by the name of a token and the token itself, which is all the password that there is. */
final class TokenLoginProvider implements AuthenticationProvider {

    private final CallerFinder callerFinder;

    TokenLoginProvider(CallerFinder callerFinder) {
        this.callerFinder = callerFinder;
    }

    /** The token is looked up whatever the name, and the answer is the same whichever is wrong. */
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
