package org.claimsledger.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What an event changes ({@code claim}, {@code source}, {@code subject}, {@code predicate}) or merely touches
 * ({@code about}, {@code cites}). A decision holds only while nothing new appears under the tags that it read.
 */
public record Tag(String key, String value) {

    public static Tag claim(ClaimId id) {
        return new Tag("claim", id.value());
    }

    public static Tag source(SourceId id) {
        return new Tag("source", id.value());
    }

    public static Tag sourceUrl(Url url) {
        return new Tag("source-url", digest(url.key()));
    }

    public static Tag subject(SubjectId id) {
        return new Tag("subject", id.value());
    }

    public static Tag predicate(PredicateKey key) {
        return new Tag("predicate", key.value());
    }

    public static Tag about(SubjectId id) {
        return new Tag("about", id.value());
    }

    public static Tag cites(SourceId id) {
        return new Tag("cites", id.value());
    }

    /** Marks the event that an import line became, so that the same line is accepted once. */
    public static Tag importLine(String key) {
        return new Tag("import", digest(key));
    }

    /** Marks the event that a request became, so that the same request is carried out once. */
    public static Tag request(String actor, String idempotencyKey) {
        return new Tag("request", digest(actor + '\n' + idempotencyKey));
    }

    /** 144 bits of SHA-256: short enough for an index, long enough that nobody finds a second text for it. */
    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha).substring(0, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
