package org.claimsledger.token;

import java.util.List;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** The rules for a new token among those that exist. */
final class TokenRules {

    private TokenRules() {}

    static void requireAddable(Token made, List<Token> there) {
        if (there.stream().anyMatch(token -> token.name().equals(made.name()))) {
            throw nameTaken();
        }
        requireBelowLimit(there.size());
    }

    static void requireBelowLimit(int there) {
        if (there >= TokenRegistry.MAX_TOKENS) {
            throw Refused.because(
                    RefusalCode.TOO_MANY, "At most " + TokenRegistry.MAX_TOKENS + " tokens, revoked ones included");
        }
    }

    /** Also of a token that is revoked: what was recorded under its name is never another's. */
    static Refused nameTaken() {
        return Refused.because(RefusalCode.NAME_TAKEN, "/name", "Another token has the name, or had it");
    }
}
