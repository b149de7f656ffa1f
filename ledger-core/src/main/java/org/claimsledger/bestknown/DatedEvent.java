package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimReinstated;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
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
    static List<DatedEvent> of(List<Occurred<ClaimEvent>> events, ReportDates dates) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof ClaimAsserted)) {
            return List.of();
        }
        Set<EvidenceId> attached = new HashSet<>();
        List<DatedEvent> dated = new ArrayList<>(events.size());
        Instant lastRevision = ReportDates.BEGINNING;
        Instant lastRetraction = ReportDates.BEGINNING;
        for (Occurred<ClaimEvent> occurred : events) {
            Instant recordedAt = occurred.recordedAt();
            switch (occurred.event()) {
                case ClaimAsserted it -> attached.add(it.evidence());
                case EvidenceAttached it -> attached.add(it.evidence());
                case EvidenceWithdrawn it
                when !attached.contains(it.evidence()) -> {
                    continue;
                }
                default -> {}
            }
            Instant reported =
                    switch (occurred.event()) {
                        case ClaimAsserted it -> dates.restingOn(it.testimony().source(), recordedAt);
                        case EvidenceAttached it ->
                            dates.restingOn(it.testimony().source(), recordedAt);
                        // The desk's own, like a merge: it holds at every published time.
                        case ClaimReviewed it -> ReportDates.BEGINNING;
                        case EvidenceWithdrawn it -> dates.takingBack(it.reasons(), it.basis(), recordedAt);
                        case ClaimRevised it ->
                            lastRevision = ReportDates.later(dates.revision(it, recordedAt), lastRevision);
                        case ClaimRetracted it ->
                            lastRetraction = ReportDates.later(
                                    dates.takingBack(it.reasons(), it.basis(), recordedAt), lastRetraction);
                        case ClaimReinstated it ->
                            lastRetraction = ReportDates.later(
                                    dates.reinstatement(it.basis(), recordedAt, lastRetraction), lastRetraction);
                        case ClaimRanked it -> recordedAt;
                        case ClaimAssessed it -> recordedAt;
                        case ClaimsRelated it -> recordedAt;
                    };
            dated.add(new DatedEvent(occurred.position(), recordedAt, dated.size() + 1L, occurred.event(), reported));
        }
        return dated;
    }
}
