package org.claimsledger.projection.claims;

import java.util.LinkedHashMap;
import java.util.Map;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.value.EvidenceId;

/** Writes the filings that wait for an editor. One that is filed and decided on in one batch is handed on once, with its end. */
final class FilingWriter {

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
        OpenFiling here = openFilings.get(filingKey);
        if (here == null) {
            rows.decided(filingKey.claimNo(), filingKey.evidence(), position);
        } else if (here.waitsTo() == OpenEnded.OPEN) {
            openFilings.put(filingKey, new OpenFiling(here.position(), here.provenance(), position));
        }
    }

    /** Hands on the filings. */
    void finish() {
        openFilings.forEach((filingKey, it) ->
                rows.filed(it.position(), filingKey.claimNo(), filingKey.evidence(), it.provenance(), it.waitsTo()));
        openFilings.clear();
    }
}
