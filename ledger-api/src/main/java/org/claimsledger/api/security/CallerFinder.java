package org.claimsledger.api.security;

import java.time.InstantSource;
import java.util.function.Function;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenRegistry;
import org.claimsledger.token.TokenSecret;
import org.jspecify.annotations.Nullable;

/** Finds the owner of a secret. An invalid one belongs to nobody, whatever is wrong with it. */
public final class CallerFinder {

    private final AdminToken admin;
    private final TokenRegistry tokenRegistry;
    private final Function<String, @Nullable Caller> identityProvider;
    private final InstantSource clock;

    /** @param vouched the owner of a secret according to the identity provider */
    public CallerFinder(
            AdminToken admin,
            TokenRegistry tokenRegistry,
            Function<String, @Nullable Caller> vouched,
            InstantSource clock) {
        this.admin = admin;
        this.tokenRegistry = tokenRegistry;
        this.identityProvider = vouched;
        this.clock = clock;
    }

    /** The owner of a secret that came with a request. */
    @Nullable
    Caller ofBearerToken(String text) {
        Caller own = ofLedgerToken(text);
        return own == null ? identityProvider.apply(text) : own;
    }

    /** The owner of a token of this ledger. */
    @Nullable
    Caller ofLedgerToken(String text) {
        TokenSecret tokenSecret = new TokenSecret(text);
        Token token = tokenRegistry.findValid(tokenSecret);
        boolean isAdmin = admin.matches(tokenSecret);
        return isAdmin ? Caller.ADMIN : token == null ? null : Caller.of(token);
    }

    /** Whether the caller of an open stream, or the owner of a session, is still admitted. */
    public boolean isStillAdmitted(@Nullable Caller caller) {
        return caller == null
                || clock.instant().isBefore(caller.validUntil())
                        && (caller.tokenId() == null || tokenRegistry.isValid(caller.tokenId()));
    }
}
