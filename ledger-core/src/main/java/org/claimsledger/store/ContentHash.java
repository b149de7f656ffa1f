package org.claimsledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.claimsledger.value.Sha256;

/**
 * Stands for an event's content in a proof: SHA-256 of a salt and the canonical JSON of
 * {@code {"metadata": …, "payload": …}}. Without the salt nobody can guess erased content back from its hash.
 */
public final class ContentHash {

    /** Length of a salt, in bytes. */
    public static final int SALT_LENGTH = 32;

    /** Length of a hash, in bytes. */
    public static final int LENGTH = 32;

    private static final byte[] METADATA = "{\"metadata\":".getBytes(UTF_8);
    private static final byte[] PAYLOAD = ",\"payload\":".getBytes(UTF_8);
    private static final byte[] CLOSING_BRACE = "}".getBytes(UTF_8);

    private ContentHash() {}

    /** The hash of two pieces of canonical JSON under a salt. */
    public static byte[] of(byte[] salt, byte[] metadata, byte[] payload) {
        MessageDigest sha256 = Sha256.newDigest();
        sha256.update(salt);
        sha256.update(METADATA);
        sha256.update(metadata);
        sha256.update(PAYLOAD);
        sha256.update(payload);
        sha256.update(CLOSING_BRACE);
        return sha256.digest();
    }
}
