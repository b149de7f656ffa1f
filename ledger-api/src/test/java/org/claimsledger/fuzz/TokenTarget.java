package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.fuzz.Wire.Answer;
import org.claimsledger.provider.ProviderForTests;
import org.claimsledger.token.Secret;
import org.claimsledger.token.TokenName;

/**
 * Any bytes as credentials, with an identity provider that might vouch for them: nobody is let in but the admin, and
 * whoever is not is told the same. Also as the name of a token.
 */
final class TokenTarget implements Target {

    private final ProviderForTests provider = ProviderForTests.start();
    private final FuzzedLedger ledger = new FuzzedLedger(
            "--ledger.reading=closed",
            "--ledger.oidc.issuer=" + provider.issuer(),
            "--ledger.oidc.audience=" + ProviderForTests.AUDIENCE);

    @Override
    public void take(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        TokenName name = Refusing.read(() -> new TokenName(text));
        assertThat(name == null || name.text().equals(text)).isTrue();
        assertThat(new Secret(text).hash()).isEqualTo(new Secret(text).hash());

        String credentials = new String(input, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", " ");
        Answer answer = ledger.ask("/api/v1/session", "Authorization: " + credentials + "\r\n");
        if (credentials.contains(RunningLedger.TOKEN)) {
            assertThat(answer.status()).isIn(200, 400, 401);
        } else {
            assertThat(answer.status()).as("%s", answer).isIn(400, 401);
        }
    }

    @Override
    public void close() {
        ledger.close();
        provider.close();
    }
}
