package org.claimsledger.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Times;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.Tokens;
import org.jspecify.annotations.Nullable;

/** The tokens of a ledger that this process has open. */
record OwnTokens(Ledger ledger, Tokens tokens) implements TokenDesk {

    @Override
    public Made make(String name, Role role, @Nullable Instant expires) {
        Tokens.Made made = tokens.make(new TokenName(name), role, expires);
        return new Made(made.secret().text(), Times.text(made.token().expires()));
    }

    @Override
    public List<Row> all() {
        return tokens.all().stream().map(OwnTokens::row).toList();
    }

    private static Row row(Token token) {
        Instant revoked = token.revoked();
        return new Row(
                token.id(),
                token.name().text(),
                token.role().spelled(),
                Times.text(token.created()),
                Times.text(token.expires()),
                Objects.toString(token.lastUsed(), null),
                revoked == null ? null : Times.text(revoked));
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
