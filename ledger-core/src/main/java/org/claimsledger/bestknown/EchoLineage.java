package org.claimsledger.bestknown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.Lineage;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** Follows echoes to where they come from: over {@code republishes} and {@code repeats}, never over works of their own. */
final class EchoLineage {

    private final SourceHistories sourceHistories;

    EchoLineage(SourceHistories sourceHistories) {
        this.sourceHistories = sourceHistories;
    }

    /** The sources that this one echoes, nearest first, itself left out. Total also where lineage runs in a circle. */
    Set<SourceId> originals(SourceId source) {
        Set<SourceId> found = new LinkedHashSet<>();
        List<SourceId> open = new ArrayList<>(List.of(source));
        for (int i = 0; i < open.size(); i++) {
            for (Lineage lineage : echoes(open.get(i))) {
                SourceId original = lineage.source();
                if (original != null && !original.equals(source) && found.add(original)) {
                    open.add(original);
                }
            }
        }
        return found;
    }

    /** Where an echo comes from in the end: a source that echoes no other, or an outlet that is known by name only. */
    record RootSource(SourceId source, @Nullable String outlet) {}

    /** Follows the first echo of each source; where lineage ran in a circle, to the last source before it closes. */
    RootSource root(SourceId source) {
        Set<SourceId> seen = new LinkedHashSet<>();
        SourceId at = source;
        while (seen.add(at)) {
            List<Lineage> echoes = echoes(at);
            if (echoes.isEmpty()) {
                return new RootSource(at, null);
            }
            SourceId next = echoes.getFirst().source();
            if (next == null) {
                return new RootSource(at, echoes.getFirst().outlet());
            }
            at = next;
        }
        return new RootSource(at, null);
    }

    private List<Lineage> echoes(SourceId source) {
        SourceHistory state = sourceHistories.source(source);
        return state == null
                ? List.of()
                : TextRules.entries(state.details().lineage()).stream()
                        .filter(lineage -> lineage.relation().isEcho())
                        .toList();
    }
}
