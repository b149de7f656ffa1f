package org.claimsledger.bestknown;

import java.util.Collection;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Testimony;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Finds who really attests a piece of evidence. */
final class Origins {

    private final Sources sources;
    private final Identities identities;
    private final Lineages lineages;

    Origins(Sources sources, Identities identities) {
        this.sources = sources;
        this.identities = identities;
        this.lineages = new Lineages(sources);
    }

    /**
     * The attestor; else, for a reprint, its original's attestor on the same claim; else the publisher at the root.
     *
     * @param onTheClaim all that was filed on the claim and is not withdrawn
     */
    Origin of(Testimony testimony, Collection<Testimony> onTheClaim) {
        Attestor attestor = testimony.attestor();
        if (attestor == null) {
            attestor = originalsAttestor(testimony.source(), onTheClaim);
        }
        return attestor == null ? publisherOf(testimony.source()) : of(attestor);
    }

    private @Nullable Attestor originalsAttestor(SourceId reprint, Collection<Testimony> onTheClaim) {
        for (SourceId original : lineages.originals(reprint)) {
            for (Testimony other : onTheClaim) {
                if (other.source().equals(original) && other.attestor() != null) {
                    return other.attestor();
                }
            }
        }
        return null;
    }

    private Origin of(Attestor attestor) {
        return switch (attestor) {
            case Attestor.Named named -> Origin.named(named.name());
            case Attestor.BySubject by -> Origin.named(identities.nameOf(identities.keptFor(by.subject())));
            case Attestor.BySource by -> publisherOf(by.source());
        };
    }

    /** A root whose publisher nobody knows is an origin of its own, known by its title. */
    private Origin publisherOf(SourceId source) {
        Lineages.Root root = lineages.root(source);
        SourceState state = sources.source(root.source());
        String publisher = root.outlet() != null || state == null
                ? root.outlet()
                : state.details().publisher();
        if (publisher != null) {
            return Origin.named(publisher);
        }
        String title = state == null ? null : state.details().title();
        return Origin.unnamed(root.source(), title == null ? root.source().value() : title);
    }
}
