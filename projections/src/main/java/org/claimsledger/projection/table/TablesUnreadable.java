package org.claimsledger.projection.table;

import org.jspecify.annotations.Nullable;

/** The read side cannot answer: it was closed, or its database failed. The ledger itself is not concerned. */
public final class TablesUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TablesUnreadable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
