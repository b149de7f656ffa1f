package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Why something happened, as the event tells it.
 *
 * @param reason in the actor's own words
 * @param reasons in codes
 * @param basis the source that it rests on
 */
record EventReason(
        @Nullable String reason,
        List<ReasonCode> reasons,
        @Nullable SourceId basis) {

    private static final EventReason NOTHING = withReason(null);

    static EventReason of(LedgerEvent event) {
        return switch (event) {
            case ClaimEvent claim -> byClaim(claim);
            case SourceEvent source -> bySource(source);
            case SubjectEvent subject -> bySubject(subject);
            case PredicateEvent predicate -> NOTHING;
            default -> throw new IllegalStateException("no area has " + event);
        };
    }

    private static EventReason byClaim(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted asserted -> NOTHING;
            case EvidenceAttached attached -> NOTHING;
            case ClaimReviewed it -> withReason(it.reason());
            case EvidenceWithdrawn it -> of(it.note(), it.reasons(), it.basis());
            case ClaimRevised it -> of(it.reason(), List.of(), it.basis());
            case ClaimRetracted it -> of(it.note(), it.reasons(), it.basis());
            case ClaimReinstated it -> of(it.note(), it.reasons(), it.basis());
            case ClaimRanked it -> withReason(it.reason());
            case ClaimAssessed it -> withReason(it.rationale());
            case ClaimsRelated it -> withReason(it.reason());
        };
    }

    private static EventReason bySource(SourceEvent event) {
        return switch (event) {
            case SourceRegistered registered -> NOTHING;
            case SourceAmended it -> withReason(it.reason());
            case SourceProtected it -> withReason(it.reason());
            case SourceDisclosed it -> withReason(it.reason());
            case SourceNoticed it -> of(it.notice().note(), it.notice().reasons(), null);
        };
    }

    private static EventReason bySubject(SubjectEvent event) {
        return switch (event) {
            case SubjectRegistered registered -> NOTHING;
            case SubjectNamed it -> new EventReason(null, List.of(), it.naming().source());
            case SubjectsMerged it -> withReason(it.reason());
            case SubjectsSplit it -> withReason(it.reason());
            case SubjectsCompared it -> withReason(it.reason());
        };
    }

    private static EventReason withReason(@Nullable String reason) {
        return new EventReason(reason, List.of(), null);
    }

    private static EventReason of(@Nullable String reason, List<ReasonCode> reasons, @Nullable Basis basis) {
        return new EventReason(reason, reasons, basis == null ? null : basis.source());
    }
}
