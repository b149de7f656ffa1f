package org.claimsledger.projection.claims;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.Provenance;
import org.claimsledger.history.History;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;

/**
 * Writes claims, their texts, the sources that they cite, and proposals. Events add rows; only a decision on a proposal
 * also changes one.
 */
final class ClaimWriter {

    private final History history;
    private final ClaimRowBatch rows;
    private final FilingWriter filings;

    /** @param history to which each event is added before it is written */
    ClaimWriter(History history, ClaimRowBatch rows) {
        this.history = history;
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
        addValue(event, position);
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

    private void addValue(ClaimEvent event, long position) {
        if (event instanceof ClaimAsserted asserted && asserted.content().value() instanceof Value.AnotherClaim it) {
            rows.withValue(it.claim(), position, position);
        } else if (event instanceof ClaimRevised revised
                && revised.changes().value() instanceof Value.AnotherClaim it) {
            rows.withValue(it.claim(), history(event.claim()).claimNo(), position);
        }
    }

    /** Adds the rows that further events of the batch could have changed. */
    void finish() {
        filings.finish();
    }

    private ClaimHistory history(ClaimId claim) {
        ClaimHistory claimHistory = history.history(claim);
        if (claimHistory == null) {
            throw new IllegalStateException("an event of a claim that was never asserted: " + claim);
        }
        return claimHistory;
    }

    /**
     * Writes the filings that wait for an editor. One that is filed and decided on in one batch becomes one row, with
     * its end.
     */
    private static final class FilingWriter {

        private record FilingKey(long claimNo, EvidenceId evidence) {}

        private record OpenFiling(long position, Provenance provenance, long waitsTo) {}

        private final ClaimRowBatch rows;
        private final Map<FilingKey, OpenFiling> openFilings = new LinkedHashMap<>();

        FilingWriter(ClaimRowBatch rows) {
            this.rows = rows;
        }

        /** Whether the event is a proposal, or a decision on one. */
        static boolean concerns(ClaimEvent event) {
            return event instanceof EvidenceFiled filing && filing.proposed() || event instanceof ClaimReviewed;
        }

        /** @param claimNo of the event's claim */
        void add(LazyEvent lazyEvent, long claimNo) {
            if (lazyEvent.event() instanceof EvidenceFiled filing && filing.proposed()) {
                openFilings.put(
                        new FilingKey(claimNo, filing.evidence()),
                        new OpenFiling(lazyEvent.position(), lazyEvent.provenance(), OpenEnded.OPEN));
            } else if (lazyEvent.event() instanceof ClaimReviewed review) {
                review.evidence().forEach(evidence -> decided(new FilingKey(claimNo, evidence), lazyEvent.position()));
            }
        }

        private void decided(FilingKey filingKey, long position) {
            OpenFiling ofBatch = openFilings.get(filingKey);
            if (ofBatch == null) {
                rows.decided(filingKey.claimNo(), filingKey.evidence(), position);
            } else if (ofBatch.waitsTo() == OpenEnded.OPEN) {
                openFilings.put(filingKey, new OpenFiling(ofBatch.position(), ofBatch.provenance(), position));
            }
        }

        void finish() {
            openFilings.forEach((filingKey, it) -> rows.filed(
                    it.position(), filingKey.claimNo(), filingKey.evidence(), it.provenance(), it.waitsTo()));
            openFilings.clear();
        }
    }
}
