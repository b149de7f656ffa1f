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

/**
 * Enters claims, their texts, the sources by which lists find them, and what waits for an editor. Each event adds rows; only
 * a decision on what waits also changes one.
 */
final class ClaimEntries {

    private final Recollection known;
    private final ClaimRows rows;
    private final FilingEntries filings;

    /** @param known what is known after each event */
    ClaimEntries(Recollection known, ClaimRows rows) {
        this.known = known;
        this.rows = rows;
        this.filings = new FilingEntries(rows);
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
        boolean filed = FilingEntries.concerns(event);
        if (filed || !sources.isEmpty()) {
            long claimNo = event instanceof ClaimAsserted
                    ? position
                    : history(event.claim()).number();
            sources.forEach(source -> rows.cited(source, claimNo, position));
            if (filed) {
                filings.add(recorded, claimNo);
            }
        }
    }

    /** Hands on what can still change while events come. */
    void finish() {
        filings.finish();
    }

    private ClaimHistory history(ClaimId claim) {
        ClaimHistory history = known.history(claim);
        if (history == null) {
            throw new IllegalStateException("an event of a claim that was never asserted: " + claim);
        }
        return history;
    }
}
