package org.claimsledger.projection.protection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Testimony;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Finds the hidden sources that evidence from open ones leads to. Where there may be one, there is one. */
final class HiddenOrigins {

    private final Redaction redaction;
    private final ProtectedSourceLookup protectedSources;

    HiddenOrigins(Redaction redaction, ProtectedSourceLookup protectedSourceLookup) {
        this.redaction = redaction;
        this.protectedSources = protectedSourceLookup;
    }

    /**
     * The one that the origin of the evidence was found through; absent where there is none.
     *
     * @param state the claim, since a reprint inherits the attestor of its original on the same claim
     */
    @Nullable
    SourceId origin(Testimony testimony, ClaimState state, long asOf) {
        if (redaction.isHidden(testimony.source())) {
            return testimony.source();
        }
        return switch (testimony.attestor()) {
            case null -> inheritedOrigin(testimony.source(), state, asOf);
            case Attestor.BySource by -> nearestHidden(by.source(), asOf);
            case Attestor.ByName byName -> null;
            case Attestor.BySubject by -> null;
        };
    }

    private @Nullable SourceId inheritedOrigin(SourceId source, ClaimState state, long asOf) {
        List<SourceId> echoed = withEchoedSources(source, asOf);
        for (SourceId each : echoed) {
            if (redaction.isHidden(each)) {
                return each;
            }
        }
        for (EvidenceState other : state.evidence()) {
            if (other.testimony().attestor() instanceof Attestor.BySource by
                    && echoed.contains(other.testimony().source())) {
                SourceId hidden = nearestHidden(by.source(), asOf);
                if (hidden != null) {
                    return hidden;
                }
            }
        }
        return null;
    }

    /** The nearest that is hidden of a source and of what it echoes, however far back. */
    @Nullable
    SourceId nearestHidden(SourceId source, long asOf) {
        for (SourceId each : withEchoedSources(source, asOf)) {
            if (redaction.isHidden(each)) {
                return each;
            }
        }
        return null;
    }

    private List<SourceId> withEchoedSources(SourceId source, long asOf) {
        Set<SourceId> seen = new LinkedHashSet<>(Set.of(source));
        List<SourceId> all = new ArrayList<>(seen);
        for (int i = 0; i < all.size(); i++) {
            for (SourceId next : protectedSources.originalsOf(all.get(i), asOf)) {
                if (seen.add(next)) {
                    all.add(next);
                }
            }
        }
        return all;
    }
}
