package org.claimsledger.projection.versions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Attestor;
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
import org.claimsledger.claim.Testimony;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Whom an event of a claim names. */
public final class Named {

    private Named() {}

    /** The claims that it is an event of. */
    static List<ClaimId> claims(ClaimEvent event) {
        return event instanceof ClaimsRelated related
                ? List.of(related.claim(), related.other())
                : List.of(event.claim());
    }

    /** The sources in its evidence, its attribution and its basis. */
    public static Set<SourceId> sources(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted asserted -> sources(asserted.testimony());
            case EvidenceAttached attached -> sources(attached.testimony());
            case ClaimReviewed reviewed -> Set.of();
            case EvidenceWithdrawn withdrawn -> sources(withdrawn.basis());
            case ClaimRevised revised -> sources(revised.basis());
            case ClaimRetracted retracted -> sources(retracted.basis());
            case ClaimReinstated reinstated -> sources(reinstated.basis());
            case ClaimRanked ranked -> Set.of();
            case ClaimAssessed assessed -> Set.of();
            case ClaimsRelated related -> Set.of();
        };
    }

    private static Set<SourceId> sources(Testimony testimony) {
        Set<SourceId> sources = new LinkedHashSet<>();
        sources.add(testimony.source());
        for (Attestor attestor : testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by) {
                sources.add(by.source());
            }
        }
        return sources;
    }

    private static Set<SourceId> sources(@Nullable Basis basis) {
        return basis == null ? Set.of() : Set.of(basis.source());
    }
}
