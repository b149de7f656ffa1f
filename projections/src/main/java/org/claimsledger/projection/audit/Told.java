package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.claim.Basis;
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
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceDisclosed;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.source.SourceEvent.SourceProtected;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsCompared;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.LedgerEvent;
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
record Told(
        @Nullable String reason,
        List<ReasonCode> reasons,
        @Nullable SourceId basis) {

    private static final Told NOTHING = because(null);

    static Told by(LedgerEvent event) {
        return switch (event) {
            case ClaimEvent claim -> byClaim(claim);
            case SourceEvent source -> bySource(source);
            case SubjectEvent subject -> bySubject(subject);
            case PredicateEvent predicate -> NOTHING;
            default -> throw new IllegalStateException("no area has " + event);
        };
    }

    private static Told byClaim(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted asserted -> NOTHING;
            case EvidenceAttached attached -> NOTHING;
            case ClaimReviewed it -> because(it.reason());
            case EvidenceWithdrawn it -> of(it.note(), it.reasons(), it.basis());
            case ClaimRevised it -> of(it.reason(), List.of(), it.basis());
            case ClaimRetracted it -> of(it.note(), it.reasons(), it.basis());
            case ClaimReinstated it -> of(it.note(), it.reasons(), it.basis());
            case ClaimRanked it -> because(it.reason());
            case ClaimAssessed it -> because(it.rationale());
            case ClaimsRelated it -> because(it.reason());
        };
    }

    private static Told bySource(SourceEvent event) {
        return switch (event) {
            case SourceRegistered registered -> NOTHING;
            case SourceAmended it -> because(it.reason());
            case SourceProtected it -> because(it.reason());
            case SourceDisclosed it -> because(it.reason());
            case SourceNoticed it -> of(it.notice().note(), it.notice().reasons(), null);
        };
    }

    private static Told bySubject(SubjectEvent event) {
        return switch (event) {
            case SubjectRegistered registered -> NOTHING;
            case SubjectNamed it -> new Told(null, List.of(), it.naming().source());
            case SubjectsMerged it -> because(it.reason());
            case SubjectsSplit it -> because(it.reason());
            case SubjectsCompared it -> because(it.reason());
        };
    }

    private static Told because(@Nullable String reason) {
        return new Told(reason, List.of(), null);
    }

    private static Told of(@Nullable String reason, List<ReasonCode> reasons, @Nullable Basis basis) {
        return new Told(reason, reasons, basis == null ? null : basis.source());
    }
}
