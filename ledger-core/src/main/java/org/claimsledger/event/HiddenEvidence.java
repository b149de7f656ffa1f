package org.claimsledger.event;

import org.claimsledger.value.EvidenceRef;

/** The sources that a reader may not know, and the evidence that comes from them. */
public interface HiddenEvidence extends HiddenSources {

    /** Whether it comes from a hidden source; also where its source cannot be found. */
    boolean isHidden(EvidenceRef evidence);
}
