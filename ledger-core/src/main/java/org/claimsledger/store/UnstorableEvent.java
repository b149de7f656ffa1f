package org.claimsledger.store;

/** An event that cannot be stored as it is; refused before anything of its append is. */
public final class UnstorableEvent extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnstorableEvent(String sentence) {
        super(sentence);
    }
}
