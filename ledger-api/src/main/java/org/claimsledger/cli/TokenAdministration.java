package org.claimsledger.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/** Tokens, wherever they are. */
interface TokenAdministration extends AutoCloseable {

    /** A token as it is listed; times as text. */
    record TokenRow(
            String id,
            String name,
            String role,
            String created,
            String expires,
            @Nullable String lastUsed,
            @Nullable String revoked) {}

    /** What is told of a new one, this once. */
    record CreatedToken(String secret, String expires) {}

    CreatedToken create(String name, Role role, @Nullable Instant expires) throws IOException, InterruptedException;

    List<TokenRow> list() throws IOException, InterruptedException;

    void revoke(String id) throws IOException, InterruptedException;

    @Override
    void close();
}
