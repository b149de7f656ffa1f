package org.claimsledger.api.operation;

import java.util.List;
import java.util.Objects;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.jspecify.annotations.Nullable;

/** A token without its secret, which only its owner has. */
public record TokenView(
        String id,
        String name,
        Role role,
        String created,
        String expires,
        @Nullable String lastUsed,
        @Nullable String revoked) {

    /** All tokens. */
    public record TokenListView(List<TokenView> items) {}

    /** A new token with its secret, which is shown only once. */
    public record NewTokenView(String id, String name, Role role, String created, String expires, String secret) {}

    static TokenView of(Token token) {
        return new TokenView(
                token.id(),
                token.name().text(),
                token.role(),
                Rfc3339.format(token.created()),
                Rfc3339.format(token.expires()),
                Objects.toString(token.lastUsed(), null),
                token.revoked() == null ? null : Rfc3339.format(token.revoked()));
    }
}
