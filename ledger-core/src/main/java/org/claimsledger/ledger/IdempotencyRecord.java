package org.claimsledger.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request with a key, kept in the metadata of its last event: it is recorded with that event or not
 * at all, and needs no table of its own.
 *
 * @param digest of the request; absent for an import line, whose key is one
 */
record IdempotencyRecord(Outcome.Accepted answer, @Nullable String digest) {

    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final String MADE = "made";

    /** The metadata key of the digest of a request with an Idempotency-Key. */
    static final String DIGEST = "requestDigest";

    static IdempotencyRecord from(Entity.EntityEvent entityEvent) {
        Map<String, String> metadata = entityEvent.metadata();
        return new IdempotencyRecord(
                new Outcome.Accepted(
                        Objects.requireNonNull(metadata.get(ID)),
                        Long.parseLong(Objects.requireNonNull(metadata.get(REVISION))),
                        metadata.get(MADE),
                        entityEvent.position(),
                        entityEvent.at()),
                metadata.get(DIGEST));
    }

    /** Whether that was before an instant; what is being recorded now was not. */
    boolean isBefore(Instant instant) {
        return answer.position() > 0 && answer.recordedAt().isBefore(instant);
    }

    static void putInto(
            Map<String, String> metadata, String id, long revision, @Nullable String made, @Nullable String digest) {
        metadata.put(ID, id);
        metadata.put(REVISION, Long.toString(revision));
        if (made != null) {
            metadata.put(MADE, made);
        }
        if (digest != null) {
            metadata.put(DIGEST, digest);
        }
    }
}
