package org.claimsledger.projection.protection;

import java.util.function.Function;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.event.HiddenEvidence;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Redacts events. An event with nothing to hide comes back equal. */
public final class EventRedaction implements HiddenEvidence {

    private final Redaction redaction;
    private final Function<ClaimId, @Nullable Claim> claims;

    /** @param claims the unredacted claims after the events */
    public EventRedaction(Redaction redaction, Function<ClaimId, @Nullable Claim> claims) {
        this.redaction = redaction;
        this.claims = claims;
    }

    public LedgerEvent redact(LedgerEvent event) {
        return redaction.hidesSources() ? event.redacted(this) : event;
    }

    @Override
    public boolean isHidden(SourceId source) {
        return redaction.isHidden(source);
    }

    @Override
    public SourceId shownId(SourceId source) {
        return redaction.shownId(source);
    }

    @Override
    public boolean isHidden(EvidenceRef ref) {
        Claim claim = claims.apply(ref.claim());
        Evidence evidence = claim == null ? null : claim.evidence().get(ref.evidence());
        return evidence == null || redaction.isHidden(evidence.testimony().source());
    }
}
