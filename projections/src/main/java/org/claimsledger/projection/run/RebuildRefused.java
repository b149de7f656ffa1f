package org.claimsledger.projection.run;

/** A projection is not made anew: it is unknown, or in the making already. */
public final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public enum Reason {
        UNKNOWN,
        RUNNING
    }

    RebuildRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
