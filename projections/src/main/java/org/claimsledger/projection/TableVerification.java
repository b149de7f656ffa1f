package org.claimsledger.projection;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.EventTags;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Tag;
import org.jspecify.annotations.Nullable;

/** Holds what the tables say of every claim against the plain fold of its events, by a path that uses no table. */
public final class TableVerification {

    private static final int PAGE = 1_000;

    private TableVerification() {}

    /** @return how many claims were compared, as of the position that the tables have applied */
    public static long run(EventLog log, Projections projections, Consumer<Fault> faults, LongConsumer progress) {
        long asOf = projections.applied();
        long position = 0;
        long claims = 0;
        while (position < asOf) {
            List<StoredEvent> page = log.read(position, (int) Math.min(PAGE, asOf - position));
            for (StoredEvent event : page) {
                if (EventJson.event(event) instanceof ClaimAsserted asserted) {
                    claims++;
                    compare(asserted.claim(), event.position(), asOf, log, projections, faults);
                }
            }
            position = page.getLast().position();
            progress.accept(position);
        }
        return claims;
    }

    private static void compare(
            ClaimId id, long claimNo, long asOf, EventLog log, Projections projections, Consumer<Fault> faults) {
        Claim folded = fold(id, asOf, log);
        Claim read = projections.claims().claim(id, asOf).map(ClaimAt::claim).orElse(null);
        if (read == null || !read.equals(folded)) {
            faults.accept(new Fault(claimNo, "the tables tell claim " + id + " otherwise than its events"));
        }
    }

    private static @Nullable Claim fold(ClaimId id, long asOf, EventLog log) {
        Claim claim = null;
        for (StoredEvent event : EventTags.eventsWith(Tag.claim(id), log, 0, asOf)) {
            if (EventJson.event(event) instanceof ClaimEvent it) {
                claim = Claim.evolve(claim, it);
            }
        }
        return claim;
    }
}
