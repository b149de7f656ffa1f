package org.claimsledger.ledger;

import java.time.Instant;
import java.util.List;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of one request. */
public sealed interface Outcome {

    /**
     * It is recorded, and on disk.
     *
     * @param id what the request was about, or what it made
     * @param revision how many events that has now
     * @param made the id of what was made inside it: evidence, or a claim's successor
     * @param position the last event that came of it
     */
    record Accepted(String id, long revision, @Nullable String createdId, long position, Instant recordedAt)
            implements Outcome {}

    /**
     * It had been accepted before, and nothing was recorded now.
     *
     * @param first what was answered then
     */
    record Duplicate(Accepted first) implements Outcome {}

    /** It was not accepted, and nothing was recorded. */
    record NotAccepted(List<Refusal> refusals) implements Outcome {}
}
