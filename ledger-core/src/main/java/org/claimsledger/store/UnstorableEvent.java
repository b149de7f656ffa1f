package org.claimsledger.store;

/** An event that cannot be stored as it is; it is refused before anything of its append is stored. */
public final class UnstorableEvent extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnstorableEvent(String sentence) {
        super(sentence);
    }
}
