package org.claimsledger.projection.claims;

import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.history.History;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/**
 * Writes claims, their texts, the sources by which lists find them, and proposals. Each event adds rows; only a decision
 * on a proposal also changes one.
 */
final class ClaimWriter {

    private final History known;
    private final ClaimRowBatch rows;
    private final FilingWriter filings;

    /** @param known the history, which has learned each event before it is added here */
    ClaimWriter(History known, ClaimRowBatch rows) {
        this.known = known;
        this.rows = rows;
        this.filings = new FilingWriter(rows);
    }

    void add(LazyEvent lazyEvent, ClaimEvent event) {
        long position = lazyEvent.position();
        if (event instanceof ClaimAsserted asserted) {
            rows.asserted(position, asserted);
        }
        rows.text(
                position,
                event instanceof ClaimRevised
                        ? ClaimTextReader.write(
                                history(event.claim()).latest().claim().content())
                        : lazyEvent.payload());
        Set<SourceId> sources = event.citedSources();
        boolean filed = FilingWriter.concerns(event);
        if (filed || !sources.isEmpty()) {
            long claimNo = event instanceof ClaimAsserted
                    ? position
                    : history(event.claim()).claimNo();
            sources.forEach(source -> rows.citing(source, claimNo, position));
            if (filed) {
                filings.add(lazyEvent, claimNo);
            }
        }
    }

    /** Hands on the rows that further events could have changed. */
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
