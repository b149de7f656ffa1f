package org.claimsledger.store;

/** The file system has too little room left for the ledger to be sure to finish a write. Nothing was written. */
public final class StorageFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageFull(String sentence) {
        super(sentence);
    }
}
