package org.claimsledger.api.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.claimsledger.value.Sha256;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Names the lines of one file that bring no key of their own: the digest of a line's canonical JSON and how often it
 * stood in the file so far. The same file therefore always has the same keys, and an honest repetition is not lost.
 */
final class ImportLineKeys {

    private final Map<ByteBuffer, Integer> occurrences = new HashMap<>();

    String keyOf(byte[] line) {
        byte[] digest = Sha256.newDigest().digest(canonical(line));
        int occurrence = occurrences.merge(ByteBuffer.wrap(digest), 1, Integer::sum);
        return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + ":" + occurrence;
    }

    /** What has no canonical form stands for itself. */
    private static byte[] canonical(byte[] line) {
        try {
            return new JsonCanonicalizer(new String(line, StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException notCanonical) {
            return line;
        }
    }
}
