package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.List;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** The sources as the ledger knew them at one recorded time. */
public interface SourceHistories {

    @Nullable
    SourceHistory source(SourceId id);

    /** The sources that were captured with this content. */
    List<SourceId> withContent(Sha256 content);

    /** The sources as they stood at a published time. */
    default SourceLookup at(Instant publishedBy) {
        return id -> {
            SourceHistory history = source(id);
            return history == null ? null : history.at(publishedBy);
        };
    }

    /** The echoes among them, which hold at every published time. */
    default EchoLineage echoLineage() {
        return new EchoLineage(at(Instant.MAX));
    }
}
