package org.claimsledger.projection.versions;

import java.util.Set;
import java.util.function.Predicate;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Recollection;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/** Enters claims, their texts, and the sources by which lists find them; each event adds rows and changes none. */
final class ClaimEntries {

    private final Recollection known;
    private final ClaimRows rows;

    /** @param known what is known after each event */
    ClaimEntries(Recollection known, ClaimRows rows) {
        this.known = known;
        this.rows = rows;
    }

    /** @param whose which claims' rows are added; a text is a row of the claim that its event names first */
    void add(Recorded recorded, ClaimEvent event, Predicate<ClaimId> whose) {
        if (!whose.test(event.claim())) {
            return;
        }
        long position = recorded.position();
        if (event instanceof ClaimAsserted asserted) {
            rows.asserted(position, asserted);
        }
        rows.text(
                position,
                event instanceof ClaimRevised
                        ? Texts.write(history(event.claim()).latest().claim().content())
                        : recorded.payload());
        Set<SourceId> sources = Named.sources(event);
        if (!sources.isEmpty()) {
            long claimNo = event instanceof ClaimAsserted
                    ? position
                    : history(event.claim()).number();
            sources.forEach(source -> rows.cited(source, claimNo, position));
        }
    }

    private ClaimHistory history(ClaimId claim) {
        ClaimHistory history = known.history(claim);
        if (history == null) {
            throw new IllegalStateException("an event of a claim that was never asserted: " + claim);
        }
        return history;
    }
}
