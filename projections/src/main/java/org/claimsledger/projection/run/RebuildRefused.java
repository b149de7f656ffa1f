package org.claimsledger.projection.run;

/** A rebuild is refused, because the projection is unknown or is being rebuilt already. */
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
