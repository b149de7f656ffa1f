package org.claimsledger.claim;

import org.claimsledger.event.Attestor;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.source.Source;
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;

/**
 * Whether evidence has fallen with a source: its own, one that it came through, or one that its own only echoes. Decisions
 * ask with the sources as they are, readings with the sources as they stood at a date.
 */
public final class EvidenceStanding {

    private final SourceLookup sources;
    private final EchoLineage echoLineage;

    public EvidenceStanding(SourceLookup sources) {
        this.sources = sources;
        this.echoLineage = new EchoLineage(sources);
    }

    /** An unknown source has not fallen. */
    public boolean stands(EvidenceRef evidence, Testimony testimony) {
        Source own = sources.source(testimony.source());
        return (own == null || own.standsFor(evidence))
                && testimony.attribution().stream().allMatch(this::stands)
                && echoLineage.originals(testimony.source()).allMatch(this::stands);
    }

    private boolean stands(Attestor attestor) {
        return !(attestor instanceof Attestor.BySource by) || stands(by.source());
    }

    private boolean stands(SourceId id) {
        Source source = sources.source(id);
        return source == null || !source.retracted();
    }
}
