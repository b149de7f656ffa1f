package org.claimsledger.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.claimsledger.value.Sha256;

/**
 * The text by which a caller proves to have a token. It is never stored: its SHA-256 is enough to recognise it, because
 * nobody guesses 256 random bits.
 */
public record TokenSecret(String text) {

    /** Marks a secret as one of a claims ledger wherever it turns up. */
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

    /** Hides the secret, so that it does not get into logs by accident. */
    @Override
    public String toString() {
        return "Secret";
    }
}
