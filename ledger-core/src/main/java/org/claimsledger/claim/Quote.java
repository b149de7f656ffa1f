package org.claimsledger.claim;

import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/** The passage itself: a TextQuoteSelector of the W3C Web Annotation data model. */
public record Quote(
        String exact, @Nullable String prefix, @Nullable String suffix) {

    public Quote {
        Texts.linesAt("/exact", exact, Texts.NOTE);
        Texts.linesAt("/prefix", prefix, Texts.SHORT);
        Texts.linesAt("/suffix", suffix, Texts.SHORT);
    }
}
