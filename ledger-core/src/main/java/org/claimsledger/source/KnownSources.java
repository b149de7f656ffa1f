package org.claimsledger.source;

import java.util.Set;
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/** The look-ups about sources that a decision may make. Each result must still hold when the events are recorded. */
public interface KnownSources extends SourceLookup {

    /** The sources that have this URL now: of those that are not protected, one at most. */
    Set<SourceId> sourcesAt(Url url);

    /** The source that a piece of evidence rests on. */
    @Nullable
    SourceId sourceOf(EvidenceRef evidence);
}
