package org.claimsledger.ledger;

import java.time.Instant;
import java.util.List;
import org.claimsledger.store.Receipt;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/** The result of one request. */
public sealed interface Outcome {

    /** This outcome with the place that was given to what it names, once the unit of work is committed. */
    Outcome recordedAs(@Nullable Receipt receipt);

    /**
     * It is recorded, and on disk.
     *
     * @param id of the thing that the request was about or created
     * @param revision how many events that has now
     * @param createdId the id of the evidence or the claim's successor that was created with it
     * @param position of its last event; before the commit one of its unit of work, -1 for the first
     */
    record Accepted(String id, long revision, @Nullable String createdId, long position, Instant recordedAt)
            implements Outcome {

        @Override
        public Accepted recordedAs(@Nullable Receipt receipt) {
            if (position > 0) {
                return this;
            }
            if (receipt == null) {
                throw new IllegalStateException("the events were not recorded");
            }
            Receipt.AssignedPosition last = receipt.events().get((int) -position - 1);
            return new Accepted(id, revision, createdId, last.position(), last.recordedAt());
        }
    }

    /**
     * It had been accepted before, and nothing was recorded now.
     *
     * @param first the answer then
     */
    record Duplicate(Accepted first) implements Outcome {

        @Override
        public Duplicate recordedAs(@Nullable Receipt receipt) {
            return new Duplicate(first.recordedAs(receipt));
        }
    }

    /** It was not accepted, and nothing was recorded. */
    record NotAccepted(List<Refusal> refusals) implements Outcome {

        @Override
        public NotAccepted recordedAs(@Nullable Receipt receipt) {
            return this;
        }
    }
}
