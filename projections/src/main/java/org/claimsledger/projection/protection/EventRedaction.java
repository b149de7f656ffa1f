package org.claimsledger.projection.protection;

import java.util.function.Function;
import org.claimsledger.claim.Claim;
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
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Events as a veil leaves them; one that comes back equal hides nothing. An event that is new has to be thought of here. */
public final class EventRedaction {

    private final Redaction redaction;
    private final Function<ClaimId, @Nullable Claim> claims;

    /** @param claims as they are recorded once the events have happened */
    public EventRedaction(Redaction redaction, Function<ClaimId, @Nullable Claim> claims) {
        this.redaction = redaction;
        this.claims = claims;
    }

    public LedgerEvent redact(LedgerEvent event) {
        if (!redaction.hidesAnything()) {
            return event;
        }
        return switch (event) {
            case SourceEvent source -> redact(source);
            case SubjectEvent subject -> redact(subject);
            case PredicateEvent predicate -> predicate;
            case ClaimEvent claim -> redact(claim);
            default -> throw new IllegalStateException("no area has " + event);
        };
    }

    private SourceEvent redact(SourceEvent event) {
        boolean hidden = redaction.isHidden(event.source());
        return switch (event) {
            case SourceRegistered it ->
                new SourceRegistered(
                        redaction.shownId(it.source()), redaction.details(it.source(), it.details()), it.isProtected());
            case SourceAmended it ->
                new SourceAmended(
                        redaction.shownId(it.source()),
                        redaction.details(it.source(), it.details()),
                        redaction.cleared(it.source(), it.cleared()),
                        hidden ? null : it.releasedUrl(),
                        hidden ? null : it.reason());
            case SourceNoticed it ->
                new SourceNoticed(redaction.shownId(it.source()), redaction.notice(it.source(), it.notice()));
            case SourceProtected it -> new SourceProtected(redaction.shownId(it.source()), hidden ? null : it.reason());
            case SourceDisclosed it -> new SourceDisclosed(redaction.shownId(it.source()), hidden ? null : it.reason());
        };
    }

    private SubjectEvent redact(SubjectEvent event) {
        return switch (event) {
            case SubjectNamed it -> new SubjectNamed(it.subject(), redaction.naming(it.naming()));
            case SubjectRegistered it -> it;
            case SubjectsMerged it -> it;
            case SubjectsSplit it -> it;
            case SubjectsCompared it -> it;
        };
    }

    private ClaimEvent redact(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted it ->
                new ClaimAsserted(
                        it.claim(),
                        it.content(),
                        it.evidence(),
                        redaction.claims().testimony(it.testimony()),
                        it.proposed());
            case EvidenceAttached it ->
                new EvidenceAttached(
                        it.claim(), it.evidence(), redaction.claims().testimony(it.testimony()), it.proposed());
            case ClaimReviewed it -> redaction.claims().reviewed(it, claims.apply(it.claim()));
            case EvidenceWithdrawn it -> redaction.claims().withdrawal(it, claims.apply(it.claim()));
            case ClaimRevised it ->
                new ClaimRevised(
                        it.claim(),
                        it.kind(),
                        it.changes(),
                        redaction.basis(it.basis()),
                        redaction.isHidden(it.basis()) ? null : it.reason());
            case ClaimRetracted it -> redaction.claims().retraction(it);
            case ClaimReinstated it ->
                new ClaimReinstated(
                        it.claim(),
                        it.reasons(),
                        redaction.basis(it.basis()),
                        redaction.isHidden(it.basis()) ? null : it.note());
            case ClaimRanked it -> it;
            case ClaimAssessed it -> it;
            case ClaimsRelated it -> it;
        };
    }
}
