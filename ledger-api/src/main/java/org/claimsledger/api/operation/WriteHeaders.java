package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The headers of writes and of their answers. */
final class WriteHeaders {

    /** The position of the last event that an answer tells of. */
    static final String LEDGER_POSITION = "Ledger-Position";

    /** Names a request, so that the client may send it again. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static final String JSON = "application/json";

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})(?:-\\d{1,18})?\"");
    private static final int MAX_KEY_LENGTH = 200;

    private WriteHeaders() {}

    /** The content type is checked before the body is read. */
    static void requireContentType(HttpServletRequest http, String expected) {
        String type = http.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(expected)) {
            throw Refused.because(
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE, "The body needs the header Content-Type: " + expected);
        }
    }

    /**
     * The revision in {@code If-Match}: the first part of a claim's ETag, so that a change of nothing but its sources
     * passes. Absent where any revision will do.
     */
    static @Nullable Long expectedRevision(HttpServletRequest http) {
        String header = http.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = ETAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refused.because(
                    RefusalCode.INVALID_HEADER, "If-Match is the ETag of a claim, as in \"3-41\", quotes included");
        }
        return Long.parseLong(tag.group(1));
    }

    static Request.@Nullable Idempotency idempotency(HttpServletRequest http, byte[] body) {
        String key = http.getHeader(IDEMPOTENCY_KEY);
        return key == null ? null : idempotency(key, http, body);
    }

    /** The key with the digest of path and body, by which a second request under the same key is known as another. */
    static Request.Idempotency idempotency(String key, HttpServletRequest http, byte[] body) {
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Refused.because(
                    RefusalCode.INVALID_HEADER,
                    "An Idempotency-Key has 1 to " + MAX_KEY_LENGTH + " printable characters");
        }
        MessageDigest digest = Sha256.newDigest();
        digest.update(http.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return new Request.Idempotency(key, HexFormat.of().formatHex(digest.digest(body)));
    }

    static String etag(Outcome.Accepted accepted) {
        return "\"" + accepted.revision() + "-" + accepted.position() + "\"";
    }
}
