package org.claimsledger.source;

import org.claimsledger.value.SourceId;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/** What a decision may look up about sources. Whatever it looks up must still hold when its events are recorded. */
public interface KnownSources {

    @Nullable
    Source source(SourceId id);

    /** The source that has this URL now. */
    @Nullable
    SourceId sourceAt(Url url);

    /** The source that a piece of evidence rests on. */
    @Nullable
    SourceId sourceOf(EvidenceRef evidence);
}
