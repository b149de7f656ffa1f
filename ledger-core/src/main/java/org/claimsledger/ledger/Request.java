package org.claimsledger.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.EventTags;
import org.jspecify.annotations.Nullable;

/**
 * A command, who asks for it, and on what terms. On Axon's bus the command is a message's payload, and the rest its
 * metadata.
 *
 * @param actor who asks; never taken from the body
 * @param requestId names the request in each of its events
 * @param expectedRevision the revision that the claim must still have, where the client named one
 * @param idempotency where the client may send the same request again
 * @param importKey the key of the import line that this is, which is accepted once
 */
public record Request(
        LedgerCommand command,
        String actor,
        String requestId,
        @Nullable Long expectedRevision,
        @Nullable Idempotency idempotency,
        @Nullable String importKey) {

    /** The metadata that hold the expected revision. */
    private static final String EXPECTED_REVISION = "expectedRevision";

    /** The metadata of a command of which nothing is to be recorded. */
    private static final String DRY_RUN = "dryRun";

    /**
     * The identity of a request that may be sent again.
     *
     * @param key the client's key
     * @param digest of the request's target and body: the same key with another body is an error
     */
    public record Idempotency(String key, String digest) {}

    public static Request by(String actor, String requestId, LedgerCommand command) {
        return new Request(command, actor, requestId, null, null, null);
    }

    public static Request line(String actor, String requestId, LedgerCommand command, String importKey) {
        return new Request(command, actor, requestId, null, null, importKey);
    }

    /** The request that a message carries. */
    static Request of(CommandMessage message) {
        Map<String, String> metadata = message.metadata();
        String revision = metadata.get(EXPECTED_REVISION);
        String key = metadata.get(EventTags.IDEMPOTENCY_KEY);
        return new Request(
                Objects.requireNonNull(message.payloadAs(LedgerCommand.class)),
                required(metadata, EventTags.ACTOR),
                required(metadata, EventTags.REQUEST),
                revision == null ? null : Long.valueOf(revision),
                key == null ? null : new Idempotency(key, required(metadata, IdempotencyRecord.DIGEST)),
                metadata.get(EventTags.IMPORT_KEY));
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The command has no metadata named " + key);
        }
        return value;
    }

    /** Whether nothing is to be recorded of what a message carries. */
    static boolean isDryRun(CommandMessage message) {
        return message.metadata().containsKey(DRY_RUN);
    }

    CommandMessage message() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(EventTags.ACTOR, actor);
        metadata.put(EventTags.REQUEST, requestId);
        if (expectedRevision != null) {
            metadata.put(EXPECTED_REVISION, expectedRevision.toString());
        }
        if (idempotency != null) {
            metadata.put(EventTags.IDEMPOTENCY_KEY, idempotency.key());
            metadata.put(IdempotencyRecord.DIGEST, idempotency.digest());
        }
        if (importKey != null) {
            metadata.put(EventTags.IMPORT_KEY, importKey);
        }
        return new GenericCommandMessage(CommandNames.typeOf(command), command, metadata);
    }

    CommandMessage dryRunMessage() {
        return message().andMetadata(Map.of(DRY_RUN, "true"));
    }
}
