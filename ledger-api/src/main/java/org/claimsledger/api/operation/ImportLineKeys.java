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
 * Makes keys for the lines of one file that have none: the digest of a line's canonical JSON, and the number of times that
 * the line stood in the file so far. One file therefore always has the same keys, and a line that is repeated on purpose is
 * not lost.
 */
final class ImportLineKeys {

    private final Map<ByteBuffer, Integer> occurrences = new HashMap<>();

    String keyOf(byte[] line) {
        byte[] digest = Sha256.newDigest().digest(canonical(line));
        int occurrence = occurrences.merge(ByteBuffer.wrap(digest), 1, Integer::sum);
        return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + ":" + occurrence;
    }

    /** The canonical JSON of the line, or the line itself if it has none. */
    private static byte[] canonical(byte[] line) {
        try {
            return new JsonCanonicalizer(new String(line, StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException notCanonical) {
            return line;
        }
    }
}
