package org.claimsledger.projection.search;

import org.jspecify.annotations.Nullable;

/** The index cannot answer: it was closed, has stopped, or is damaged. Nothing else of the read side is concerned. */
public final class IndexUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexUnreadable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
