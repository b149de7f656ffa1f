package org.claimsledger.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.claimsledger.value.Sha256;

/**
 * What whoever has a token shows. It is never kept: a secret is known again by its SHA-256, which is enough, since nobody
 * guesses 256 random bits.
 */
public record TokenSecret(String text) {

    /** By which a secret is recognised as one of a claims ledger wherever it turns up. */
    public static final String PREFIX = "clm_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TokenSecret generate() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public Sha256 hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Secrets do not get into logs by accident. */
    @Override
    public String toString() {
        return "Secret";
    }
}
