package org.claimsledger.event;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.claimsledger.name.FoldedText;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;

/**
 * A thing that an event changes ({@code claim}, {@code source}, {@code subject}, {@code predicate}, {@code policy}) or
 * merely touches ({@code about}, {@code cites}, {@code name}, {@code content}). A decision holds only while nothing new
 * appears under the tags that it read.
 */
public record EventTag(String key, String value) {

    public static final String CLAIM = "claim";
    public static final String SOURCE = "source";
    public static final String SUBJECT = "subject";
    public static final String PREDICATE = "predicate";
    private static final String POLICY = "policy";
    private static final String CITES = "cites";
    private static final String NAME = "name";
    private static final String CONTENT = "content";

    /** Whether events carry it because they change the thing that it names. */
    public boolean tellsWhatChanges() {
        return switch (key) {
            case CLAIM, SOURCE, SUBJECT, PREDICATE, POLICY -> true;
            default -> false;
        };
    }

    public static EventTag claim(ClaimId id) {
        return new EventTag(CLAIM, id.value());
    }

    public static EventTag source(SourceId id) {
        return new EventTag(SOURCE, id.value());
    }

    public static EventTag sourceUrl(Url url) {
        return new EventTag("source-url", digest(url.key()));
    }

    public static EventTag subject(SubjectId id) {
        return new EventTag(SUBJECT, id.value());
    }

    public static EventTag predicate(PredicateKey key) {
        return new EventTag(PREDICATE, key.value());
    }

    /** A ledger has one policy at a time. */
    public static EventTag policy() {
        return new EventTag(POLICY, "answers");
    }

    public static EventTag about(SubjectId id) {
        return new EventTag("about", id.value());
    }

    public static EventTag cites(SourceId id) {
        return new EventTag(CITES, id.value());
    }

    /** Marks everything that goes by a name: subjects, publishers, and who is said to attest something. */
    public static EventTag name(String name) {
        return new EventTag(NAME, digest(FoldedText.of(name).text()));
    }

    /** Marks the sources that were captured with one content. */
    public static EventTag content(Sha256 content) {
        return new EventTag(CONTENT, content.hex().substring(0, 36));
    }

    /** Whether it finds what has a name or a content, by whatever event. */
    public boolean isShared() {
        return key.equals(NAME) || key.equals(CONTENT);
    }

    /** Whether the tag says that a source is cited. */
    public boolean marksCitation() {
        return key.equals(CITES);
    }

    /** Marks the event that an import line became, so that the same line is accepted once. */
    public static EventTag importLine(String key) {
        return new EventTag("import", digest(key));
    }

    /** Marks the event that a request became, so that the same request is carried out once. */
    public static EventTag request(String actor, String idempotencyKey) {
        return new EventTag("request", digest(actor + '\n' + idempotencyKey));
    }

    /** 144 bits of SHA-256: short enough for an index, long enough that nobody finds a second text for it. */
    private static String digest(String text) {
        byte[] sha = Sha256.newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha).substring(0, 24);
    }
}
