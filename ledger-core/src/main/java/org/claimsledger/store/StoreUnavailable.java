package org.claimsledger.store;

import org.jspecify.annotations.Nullable;

/**
 * The database that holds the events did not take an append. The next one is tried again, without a restart. The message
 * says whether this one was recorded: it was not, unless it says that nobody knows.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
