package org.claimsledger.projection.protection;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Testimony;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/** Finds the hidden sources that evidence from open ones leads to; in doubt it finds one. */
final class HiddenOrigins {

    private final Redaction redaction;
    private final ProtectedSourceLookup protectedSources;

    HiddenOrigins(Redaction redaction, ProtectedSourceLookup protectedSourceLookup) {
        this.redaction = redaction;
        this.protectedSources = protectedSourceLookup;
    }

    /**
     * The hidden source through which the origin of the evidence was found; absent where there is none.
     *
     * @param state the claim, because a reprint inherits the attestor of its original on the same claim
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
        List<SourceId> echoed = withEchoedSources(source, asOf).toList();
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

    /** The nearest hidden source among a source and those that it echoes, however far back. */
    @Nullable
    SourceId nearestHidden(SourceId source, long asOf) {
        return withEchoedSources(source, asOf)
                .filter(redaction::isHidden)
                .findFirst()
                .orElse(null);
    }

    private Stream<SourceId> withEchoedSources(SourceId source, long asOf) {
        return Walk.from(source, each -> protectedSources.originalsOf(each, asOf));
    }
}
