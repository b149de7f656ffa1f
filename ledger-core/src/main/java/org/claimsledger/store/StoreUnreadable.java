package org.claimsledger.store;

/** A read that the database did not answer. */
public final class StoreUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
