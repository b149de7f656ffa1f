package org.claimsledger.token;

import java.time.Instant;
import java.time.LocalDate;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is stored, without its secret.
 *
 * @param hash of its secret, which is not kept
 * @param expires the instant from which on it is no longer taken
 * @param lastUsed the day, UTC, on which it was last used; absent if it never was
 * @param revoked the instant since when it is no longer taken, even before {@code expires}
 */
public record Token(
        String id,
        TokenName name,
        Role role,
        Sha256 hash,
        Instant created,
        Instant expires,
        @Nullable LocalDate lastUsed,
        @Nullable Instant revoked) {

    boolean isValidAt(Instant now) {
        return revoked == null && now.isBefore(expires);
    }

    Token revokedAt(Instant now) {
        return new Token(id, name, role, hash, created, expires, lastUsed, now);
    }

    Token usedOn(LocalDate day) {
        return new Token(id, name, role, hash, created, expires, day, revoked);
    }
}
