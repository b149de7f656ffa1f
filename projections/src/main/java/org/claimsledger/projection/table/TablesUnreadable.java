package org.claimsledger.projection.table;

import org.jspecify.annotations.Nullable;

/** The read side cannot answer, because it was closed or its database failed. The ledger itself is not affected. */
public final class TablesUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TablesUnreadable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
