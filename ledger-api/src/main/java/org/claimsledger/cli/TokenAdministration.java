package org.claimsledger.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/** The tokens of a ledger, in this process or in a server. */
interface TokenAdministration extends AutoCloseable {

    /** A token of the list; times as text. */
    record TokenRow(
            String id,
            String name,
            String role,
            String created,
            String expires,
            @Nullable String lastUsed,
            @Nullable String revoked) {}

    /** A new token's secret, which is shown this once, and the instant it expires. */
    record CreatedToken(String secret, String expires) {}

    CreatedToken create(String name, Role role, @Nullable Instant expires) throws IOException, InterruptedException;

    List<TokenRow> list() throws IOException, InterruptedException;

    void revoke(String id) throws IOException, InterruptedException;

    @Override
    void close();
}
