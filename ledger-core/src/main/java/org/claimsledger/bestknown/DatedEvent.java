package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.value.EvidenceId;

/**
 * An event of a claim and when it counts as published.
 *
 * @param revision which of the claim's own events it is, from 1
 */
record DatedEvent(long position, Instant recordedAt, long revision, ClaimEvent event, Instant reported) {

    boolean isReportedBy(Instant publishedBy) {
        return !reported.isAfter(publishedBy);
    }

    /**
     * Dates all events of a claim, given in the order of their positions. Total over any subset of them: what takes back
     * evidence that was never attached is left out, and so is everything where the claim was not asserted.
     */
    static List<DatedEvent> of(List<RecordedEvent<ClaimEvent>> events, ReportDates dates) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof ClaimAsserted)) {
            return List.of();
        }
        Set<EvidenceId> attached = new HashSet<>();
        List<DatedEvent> dated = new ArrayList<>(events.size());
        Instant lastRevision = ReportDates.BEGINNING_OF_TIME;
        Instant lastRetraction = ReportDates.BEGINNING_OF_TIME;
        for (RecordedEvent<ClaimEvent> recordedEvent : events) {
            Instant recordedAt = recordedEvent.recordedAt();
            if (recordedEvent.event() instanceof EvidenceFiled filed) {
                attached.add(filed.evidence());
            }
            if (recordedEvent.event() instanceof EvidenceWithdrawn withdrawn
                    && !attached.contains(withdrawn.evidence())) {
                continue;
            }
            Instant reported =
                    switch (recordedEvent.event()) {
                        case EvidenceFiled it ->
                            dates.ofEvidenceFrom(it.testimony().source(), recordedAt);
                        // The desk's own, like a merge: it holds at every published time.
                        case ClaimReviewed it -> ReportDates.BEGINNING_OF_TIME;
                        case EvidenceWithdrawn it -> dates.ofTakingBack(it.reasons(), it.basis(), recordedAt);
                        case ClaimRevised it ->
                            lastRevision = ReportDates.later(dates.ofRevision(it, recordedAt), lastRevision);
                        case ClaimRetracted it ->
                            lastRetraction = ReportDates.later(
                                    dates.ofTakingBack(it.reasons(), it.basis(), recordedAt), lastRetraction);
                        case ClaimReinstated it ->
                            lastRetraction = ReportDates.later(
                                    dates.ofReinstatement(it.basis(), recordedAt, lastRetraction), lastRetraction);
                        case ClaimRanked it -> recordedAt;
                        case ClaimAssessed it -> recordedAt;
                        case ClaimsRelated it -> ReportDates.BEGINNING_OF_TIME;
                        case RelationWithdrawn it -> ReportDates.BEGINNING_OF_TIME;
                    };
            dated.add(new DatedEvent(
                    recordedEvent.position(), recordedAt, dated.size() + 1L, recordedEvent.event(), reported));
        }
        return dated;
    }
}
