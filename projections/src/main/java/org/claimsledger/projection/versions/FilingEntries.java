package org.claimsledger.projection.versions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Always;
import org.claimsledger.value.EvidenceId;

/** Enters what waits for an editor. What is filed and decided on in one batch is handed on once, with its end. */
final class FilingEntries {

    private record Place(long claimNo, EvidenceId evidence) {}

    private record Filed(long position, Provenance provenance, long waitsTo) {}

    private final ClaimRows rows;
    private final Map<Place, Filed> filed = new LinkedHashMap<>();

    FilingEntries(ClaimRows rows) {
        this.rows = rows;
    }

    /** Whether the event files something that waits, or decides on it. */
    static boolean concerns(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted it -> it.proposed();
            case EvidenceAttached it -> it.proposed();
            case ClaimReviewed it -> true;
            default -> false;
        };
    }

    /** @param claimNo of the event's claim */
    void add(Recorded recorded, long claimNo) {
        switch (recorded.event()) {
            case ClaimAsserted it when it.proposed() -> filed(recorded, claimNo, it.evidence());
            case EvidenceAttached it when it.proposed() -> filed(recorded, claimNo, it.evidence());
            case ClaimReviewed it ->
                it.evidence().forEach(evidence -> decided(new Place(claimNo, evidence), recorded.position()));
            default -> {}
        }
    }

    private void filed(Recorded recorded, long claimNo, EvidenceId evidence) {
        filed.put(new Place(claimNo, evidence), new Filed(recorded.position(), recorded.provenance(), Always.OPEN));
    }

    private void decided(Place place, long position) {
        Filed here = filed.get(place);
        if (here == null) {
            rows.decided(place.claimNo(), place.evidence(), position);
        } else if (here.waitsTo() == Always.OPEN) {
            filed.put(place, new Filed(here.position(), here.provenance(), position));
        }
    }

    /** Hands on what was filed. */
    void finish() {
        filed.forEach((place, it) ->
                rows.filed(it.position(), place.claimNo(), place.evidence(), it.provenance(), it.waitsTo()));
        filed.clear();
    }
}
