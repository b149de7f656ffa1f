package org.claimsledger.projection.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Attestor;
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
import org.claimsledger.event.Testimony;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Whom an event of a claim names. */
public final class ClaimEventTargets {

    private ClaimEventTargets() {}

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
