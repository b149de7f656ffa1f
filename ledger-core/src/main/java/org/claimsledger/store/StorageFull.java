package org.claimsledger.store;

/** The file system has too little room left for the ledger to be sure of finishing what it begins. Nothing was written. */
public final class StorageFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageFull(String sentence) {
        super(sentence);
    }
}
