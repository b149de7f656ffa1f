package org.claimsledger.source;

import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Sources as they are known to whoever asks: as they are now, or as they stood at a date. */
@FunctionalInterface
public interface SourceLookup {

    @Nullable
    Source source(SourceId id);
}
