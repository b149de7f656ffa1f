package org.claimsledger.projection.search;

import java.util.List;
import org.claimsledger.projection.registry.SourceAt;

/** A source that was found, and in which of its texts. */
public record SourceHit(SourceAt source, List<FieldMatch> fields) {

    public SourceHit {
        fields = List.copyOf(fields);
    }
}
