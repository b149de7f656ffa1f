package org.claimsledger.api.security;

import java.time.InstantSource;
import java.util.function.Function;
import org.claimsledger.token.Secret;
import org.claimsledger.token.Token;
import org.claimsledger.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Who a secret belongs to. Whatever is wrong with one, it belongs to nobody. */
public final class Callers {

    private final AdminToken admin;
    private final Tokens tokens;
    private final Function<String, @Nullable Caller> vouched;
    private final InstantSource clock;

    /** @param vouched who somebody else says this is the secret of */
    public Callers(AdminToken admin, Tokens tokens, Function<String, @Nullable Caller> vouched, InstantSource clock) {
        this.admin = admin;
        this.tokens = tokens;
        this.vouched = vouched;
        this.clock = clock;
    }

    /** Whoever sends this with a request. */
    @Nullable
    Caller bearing(String text) {
        Caller own = own(text);
        return own == null ? vouched.apply(text) : own;
    }

    /** Whoever has this token of the ledger's own. */
    @Nullable
    Caller own(String text) {
        Secret secret = new Secret(text);
        Token token = tokens.of(secret);
        boolean isAdmin = admin.is(secret);
        return isAdmin ? Caller.ADMIN : token == null ? null : Caller.of(token);
    }

    /** Whether somebody who was let in once still may be in: an open stream, or a session. */
    public boolean areStillIn(@Nullable Caller caller) {
        return caller == null
                || clock.instant().isBefore(caller.until())
                        && (caller.token() == null || tokens.isTaken(caller.token()));
    }
}
