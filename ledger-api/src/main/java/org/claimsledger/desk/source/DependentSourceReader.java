package org.claimsledger.desk.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.springframework.stereotype.Component;

/** Finds the sources that depend on another one. */
@Component
final class DependentSourceReader {

    /** The positions of the log that are read at once: enough for a whole small ledger. */
    private static final long SPAN = 20_000;

    private static final int MOST = 30;

    private final EventLog log;

    DependentSourceReader(Ledger ledger) {
        this.log = ledger.log();
    }

    /** The first of them, in the order in which they were registered or amended. */
    List<SourceAt> of(SourceId source, PageViewpoint viewpoint, NameLookup names) {
        Set<SourceId> seen = new LinkedHashSet<>();
        for (long after = 0; after < viewpoint.position() && seen.size() < MOST; after += SPAN) {
            for (StoredEvent stored :
                    TaggedEvents.in(log, EventTag.cites(source), after, Math.min(after + SPAN, viewpoint.position()))) {
                if (stored.type().startsWith("Source")
                        && EventJson.event(stored.type(), stored.payload()) instanceof SourceEvent event) {
                    seen.add(event.source());
                }
            }
        }
        List<SourceAt> dependents = new ArrayList<>();
        for (SourceId id : seen) {
            names.sourceAt(id).filter(it -> dependsOn(it, source)).ifPresent(dependents::add);
        }
        return dependents;
    }

    private static boolean dependsOn(SourceAt dependent, SourceId source) {
        return TextRules.entries(dependent.source().details().lineage()).stream()
                .anyMatch(it -> source.equals(it.source()));
    }
}
