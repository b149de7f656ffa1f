package org.claimsledger.event;

import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** The passage itself: a TextQuoteSelector of the W3C Web Annotation data model. */
public record Quote(
        String exact, @Nullable String prefix, @Nullable String suffix) {

    public Quote {
        TextRules.linesAt("/exact", exact, TextRules.NOTE);
        TextRules.linesAt("/prefix", prefix, TextRules.SHORT);
        TextRules.linesAt("/suffix", suffix, TextRules.SHORT);
    }
}
