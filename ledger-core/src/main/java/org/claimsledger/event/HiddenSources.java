package org.claimsledger.event;

import org.claimsledger.value.SourceId;

/** The sources that a reader may not know. */
public interface HiddenSources {

    boolean isHidden(SourceId source);

    /** The id by which the reader knows the source: a pseudonym where it is hidden, else its own. */
    SourceId shownId(SourceId source);
}
