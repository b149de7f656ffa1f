package org.claimsledger.projection.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.claimsledger.event.Provenance;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.policy.AdoptedPolicy;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The versions of the policy by which questions were answered, as the log has them. */
public final class PolicyTrail {

    /**
     * A version that was in use from a position on.
     *
     * @param position 0 for the one with which every ledger begins
     * @param adoptedAt absent for that one, and so are actor and reason
     */
    public record PolicyItem(
            int version,
            long position,
            @Nullable Instant adoptedAt,
            @Nullable String actor,
            @Nullable String reason) {}

    private final EventLog log;

    public PolicyTrail(EventLog log) {
        this.log = log;
    }

    /** All that were adopted up to and with a position, the first one first. */
    public List<PolicyItem> upTo(long asOf) {
        List<PolicyItem> items = new ArrayList<>();
        items.add(new PolicyItem(AdoptedPolicy.FIRST.version(), 0, null, null, null));
        for (StoredEvent stored : TaggedEvents.in(log, EventTag.policy(), 0, asOf)) {
            if (EventJson.event(stored.type(), stored.payload()) instanceof PolicyAdopted adopted) {
                items.add(new PolicyItem(
                        adopted.version(),
                        stored.position(),
                        stored.recordedAt(),
                        Provenance.of(stored.metadata()).actor(),
                        adopted.reason()));
            }
        }
        return items;
    }
}
