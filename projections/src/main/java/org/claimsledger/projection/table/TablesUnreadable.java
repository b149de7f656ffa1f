package org.claimsledger.projection.table;

/** The read side cannot answer: it was closed, or its database failed. The ledger itself is not concerned. */
public final class TablesUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TablesUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
