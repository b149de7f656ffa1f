package org.claimsledger.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenRegistry;
import org.jspecify.annotations.Nullable;

/** The tokens of a ledger that this process has open. */
record LocalTokens(Ledger ledger, TokenRegistry tokens) implements TokenAdministration {

    @Override
    public CreatedToken create(String name, Role role, @Nullable Instant expires) {
        TokenRegistry.IssuedToken issuedToken = tokens.issue(new TokenName(name), role, expires);
        return new CreatedToken(
                issuedToken.secret().text(), Rfc3339.format(issuedToken.token().expires()));
    }

    @Override
    public List<TokenRow> list() {
        return tokens.all().stream().map(LocalTokens::row).toList();
    }

    private static TokenRow row(Token token) {
        Instant revoked = token.revoked();
        return new TokenRow(
                token.id(),
                token.name().text(),
                token.role().lowerCaseName(),
                Rfc3339.format(token.created()),
                Rfc3339.format(token.expires()),
                Objects.toString(token.lastUsed(), null),
                revoked == null ? null : Rfc3339.format(revoked));
    }

    @Override
    public void revoke(String id) {
        tokens.revoke(id);
    }

    @Override
    public void close() {
        tokens.close();
        ledger.close();
    }
}
