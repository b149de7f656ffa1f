package org.claimsledger.ledger;

import org.claimsledger.command.LedgerCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command, who asks for it, and on what terms.
 *
 * @param actor who asks; never taken from the body
 * @param requestId names the request in every event that comes of it
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

    /**
     * What makes a request the same one again.
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
}
