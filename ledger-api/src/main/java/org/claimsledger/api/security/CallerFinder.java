package org.claimsledger.api.security;

import java.time.InstantSource;
import java.util.function.Function;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenRegistry;
import org.claimsledger.token.TokenSecret;
import org.jspecify.annotations.Nullable;

/** Who a secret belongs to. Whatever is wrong with one, it belongs to nobody. */
public final class CallerFinder {

    private final AdminToken admin;
    private final TokenRegistry tokenRegistry;
    private final Function<String, @Nullable Caller> identityProvider;
    private final InstantSource clock;

    /** @param vouched who somebody else says this is the secret of */
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

    /** Whoever sends this with a request. */
    @Nullable
    Caller ofBearerToken(String text) {
        Caller own = ofLedgerToken(text);
        return own == null ? identityProvider.apply(text) : own;
    }

    /** Whoever has this token of the ledger's own. */
    @Nullable
    Caller ofLedgerToken(String text) {
        TokenSecret tokenSecret = new TokenSecret(text);
        Token token = tokenRegistry.findValid(tokenSecret);
        boolean isAdmin = admin.matches(tokenSecret);
        return isAdmin ? Caller.ADMIN : token == null ? null : Caller.of(token);
    }

    /** Whether somebody who was let in once still may be in: an open stream, or a session. */
    public boolean isStillAdmitted(@Nullable Caller caller) {
        return caller == null
                || clock.instant().isBefore(caller.validUntil())
                        && (caller.tokenId() == null || tokenRegistry.isValid(caller.tokenId()));
    }
}
