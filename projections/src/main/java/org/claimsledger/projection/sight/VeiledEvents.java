package org.claimsledger.projection.sight;

import java.util.function.Function;
import org.claimsledger.claim.Claim;
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
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** Events as a veil leaves them; one that comes back equal hides nothing. An event that is new has to be thought of here. */
public final class VeiledEvents {

    private final Veil veil;
    private final Function<ClaimId, @Nullable Claim> claims;

    /** @param claims as they are recorded once the events have happened */
    public VeiledEvents(Veil veil, Function<ClaimId, @Nullable Claim> claims) {
        this.veil = veil;
        this.claims = claims;
    }

    public LedgerEvent of(LedgerEvent event) {
        if (!veil.hides()) {
            return event;
        }
        return switch (event) {
            case SourceEvent source -> of(source);
            case SubjectEvent subject -> of(subject);
            case PredicateEvent predicate -> predicate;
            case ClaimEvent claim -> of(claim);
            default -> throw new IllegalStateException("no area has " + event);
        };
    }

    private SourceEvent of(SourceEvent event) {
        boolean hidden = veil.isHidden(event.source());
        return switch (event) {
            case SourceRegistered it ->
                new SourceRegistered(veil.id(it.source()), veil.details(it.source(), it.details()), it.isProtected());
            case SourceAmended it ->
                new SourceAmended(
                        veil.id(it.source()),
                        veil.details(it.source(), it.details()),
                        veil.cleared(it.source(), it.cleared()),
                        hidden ? null : it.releasedUrl(),
                        hidden ? null : it.reason());
            case SourceNoticed it -> new SourceNoticed(veil.id(it.source()), veil.notice(it.source(), it.notice()));
            case SourceProtected it -> new SourceProtected(veil.id(it.source()), hidden ? null : it.reason());
            case SourceDisclosed it -> new SourceDisclosed(veil.id(it.source()), hidden ? null : it.reason());
        };
    }

    private SubjectEvent of(SubjectEvent event) {
        return switch (event) {
            case SubjectNamed it -> new SubjectNamed(it.subject(), veil.naming(it.naming()));
            case SubjectRegistered it -> it;
            case SubjectsMerged it -> it;
            case SubjectsSplit it -> it;
            case SubjectsCompared it -> it;
        };
    }

    private ClaimEvent of(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted it ->
                new ClaimAsserted(
                        it.claim(),
                        it.content(),
                        it.evidence(),
                        veil.claims().testimony(it.testimony()),
                        it.proposed());
            case EvidenceAttached it ->
                new EvidenceAttached(it.claim(), it.evidence(), veil.claims().testimony(it.testimony()), it.proposed());
            case ClaimReviewed it -> veil.claims().reviewed(it, claims.apply(it.claim()));
            case EvidenceWithdrawn it -> veil.claims().withdrawal(it, claims.apply(it.claim()));
            case ClaimRevised it ->
                new ClaimRevised(
                        it.claim(),
                        it.kind(),
                        it.changes(),
                        veil.basis(it.basis()),
                        veil.isHidden(it.basis()) ? null : it.reason());
            case ClaimRetracted it -> veil.claims().retraction(it);
            case ClaimReinstated it ->
                new ClaimReinstated(
                        it.claim(), it.reasons(), veil.basis(it.basis()), veil.isHidden(it.basis()) ? null : it.note());
            case ClaimRanked it -> it;
            case ClaimAssessed it -> it;
            case ClaimsRelated it -> it;
        };
    }
}
