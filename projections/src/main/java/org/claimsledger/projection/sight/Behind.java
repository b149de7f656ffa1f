package org.claimsledger.projection.sight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Testimony;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Finds the hidden sources that evidence from open ones leads to. Where there may be one, there is one. */
final class Behind {

    private final Veil veil;
    private final Protections protections;

    Behind(Veil veil, Protections protections) {
        this.veil = veil;
        this.protections = protections;
    }

    /**
     * The one that the origin of the evidence was found through; absent where there is none.
     *
     * @param state the claim, since a reprint inherits the attestor of its original on the same claim
     */
    @Nullable
    SourceId origin(Testimony testimony, ClaimState state, long asOf) {
        if (veil.isHidden(testimony.source())) {
            return testimony.source();
        }
        return switch (testimony.attestor()) {
            case null -> inherited(testimony.source(), state, asOf);
            case Attestor.BySource by -> first(by.source(), asOf);
            case Attestor.Named named -> null;
            case Attestor.BySubject by -> null;
        };
    }

    private @Nullable SourceId inherited(SourceId source, ClaimState state, long asOf) {
        List<SourceId> echoed = withAllThatItEchoes(source, asOf);
        for (SourceId each : echoed) {
            if (veil.isHidden(each)) {
                return each;
            }
        }
        for (EvidenceState other : state.evidence()) {
            if (other.testimony().attestor() instanceof Attestor.BySource by
                    && echoed.contains(other.testimony().source())) {
                SourceId hidden = first(by.source(), asOf);
                if (hidden != null) {
                    return hidden;
                }
            }
        }
        return null;
    }

    /** The nearest that is hidden of a source and of what it echoes, however far back. */
    @Nullable
    SourceId first(SourceId source, long asOf) {
        for (SourceId each : withAllThatItEchoes(source, asOf)) {
            if (veil.isHidden(each)) {
                return each;
            }
        }
        return null;
    }

    private List<SourceId> withAllThatItEchoes(SourceId source, long asOf) {
        Set<SourceId> seen = new LinkedHashSet<>(Set.of(source));
        List<SourceId> all = new ArrayList<>(seen);
        for (int i = 0; i < all.size(); i++) {
            for (SourceId next : protections.echoed(all.get(i), asOf)) {
                if (seen.add(next)) {
                    all.add(next);
                }
            }
        }
        return all;
    }
}
