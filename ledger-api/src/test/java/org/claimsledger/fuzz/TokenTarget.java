package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import org.claimsledger.provider.TestIdentityProvider;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenSecret;

/**
 * Any bytes as credentials, with an identity provider that might vouch for them: nobody is let in but the admin, and
 * whoever is not is told the same. Also as the name of a token.
 */
final class TokenTarget implements FuzzTarget {

    private final TestIdentityProvider provider = TestIdentityProvider.start();
    private final FuzzedServer ledger = new FuzzedServer(
            "--ledger.reading=closed",
            "--ledger.oidc.issuer=" + provider.issuer(),
            "--ledger.oidc.audience=" + TestIdentityProvider.AUDIENCE);

    @Override
    public void run(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        TokenName name = RefusalCheck.read(() -> new TokenName(text));
        assertThat(name == null || name.text().equals(text)).isTrue();
        assertThat(new TokenSecret(text).hash()).isEqualTo(new TokenSecret(text).hash());

        String credentials = new String(input, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", " ");
        RawAnswer rawAnswer = ledger.request("/api/v1/session", "Authorization: " + credentials + "\r\n");
        if (credentials.contains(RunningLedger.TOKEN)) {
            assertThat(rawAnswer.status()).isIn(200, 400, 401);
        } else {
            assertThat(rawAnswer.status()).as("%s", rawAnswer).isIn(400, 401);
        }
    }

    @Override
    public void close() {
        ledger.close();
        provider.close();
    }
}
