package org.claimsledger.store;

import org.jspecify.annotations.Nullable;

/**
 * The store takes no more events until it is opened again: a write or a sync failed, or it was closed. Events that were
 * acknowledged before are safe; an append that failed with this may have reached the disk or not.
 */
public final class StoreStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreStopped(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
