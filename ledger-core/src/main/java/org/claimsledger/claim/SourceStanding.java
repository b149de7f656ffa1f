package org.claimsledger.claim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.KnownSources;
import org.claimsledger.source.Source;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;

/** Whether evidence has fallen with a source: its own, one that it came through, or one that its own only echoes. */
final class SourceStanding {

    private final KnownSources known;

    SourceStanding(KnownSources known) {
        this.known = known;
    }

    boolean evidenceStands(EvidenceRef evidence, Testimony testimony) {
        Source source = known.source(testimony.source());
        return source != null
                && source.standsFor(evidence)
                && testimony.attribution().stream().allMatch(this::stands)
                && originalsStand(source);
    }

    private boolean stands(Attestor attestor) {
        return !(attestor instanceof Attestor.BySource by) || stands(by.source());
    }

    private boolean stands(SourceId id) {
        Source source = known.source(id);
        return source == null || !source.retracted();
    }

    /** A retraction at the origin reaches every echo. */
    private boolean originalsStand(Source echo) {
        Set<SourceId> seen = new HashSet<>(Set.of(echo.id()));
        Deque<Source> open = new ArrayDeque<>(Set.of(echo));
        while (!open.isEmpty()) {
            for (Lineage lineage : TextRules.entries(open.remove().details().lineage())) {
                SourceId origin = lineage.source();
                if (origin == null || !lineage.relation().isEcho() || !seen.add(origin)) {
                    continue;
                }
                if (!stands(origin)) {
                    return false;
                }
                Source source = known.source(origin);
                if (source != null) {
                    open.add(source);
                }
            }
        }
        return true;
    }
}
