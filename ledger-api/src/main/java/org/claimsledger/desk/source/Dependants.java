package org.claimsledger.desk.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.words.Names;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.EventTags;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Texts;
import org.springframework.stereotype.Component;

/** Finds the sources that depend on another one. */
@Component
final class Dependants {

    /** How many positions of the log one look takes in: enough for a whole small ledger. */
    private static final long SPAN = 20_000;

    private static final int MOST = 30;

    private final EventLog log;

    Dependants(Ledger ledger) {
        this.log = ledger.log();
    }

    /** The first of them, in the order in which they were registered or amended. */
    List<SourceAt> of(SourceId source, Standpoint at, Names names) {
        Set<SourceId> seen = new LinkedHashSet<>();
        for (long after = 0; after < at.position() && seen.size() < MOST; after += SPAN) {
            for (StoredEvent stored :
                    EventTags.eventsWith(Tag.cites(source), log, after, Math.min(after + SPAN, at.position()))) {
                if (stored.type().startsWith("Source") && EventJson.event(stored) instanceof SourceEvent event) {
                    seen.add(event.source());
                }
            }
        }
        List<SourceAt> found = new ArrayList<>();
        for (SourceId id : seen) {
            names.sourceAt(id).filter(it -> dependsOn(it, source)).ifPresent(found::add);
        }
        return found;
    }

    private static boolean dependsOn(SourceAt dependant, SourceId source) {
        return Texts.entries(dependant.source().details().lineage()).stream()
                .anyMatch(it -> source.equals(it.source()));
    }
}
