package org.claimsledger.store;

/** More waits to be written than the disk takes. The append was not written and may be sent again a little later. */
public final class StoreOverloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreOverloaded(String sentence) {
        super(sentence);
    }
}
