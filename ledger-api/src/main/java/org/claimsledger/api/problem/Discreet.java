package org.claimsledger.api.problem;

import org.jspecify.annotations.Nullable;

/** A fault as the log may tell it: what it was, and where. What it said may repeat what a client sent. */
public final class Discreet extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private final String type;

    private Discreet(Throwable fault, @Nullable Discreet cause) {
        super(null, cause, false, true);
        type = fault.getClass().getName();
        setStackTrace(fault.getStackTrace());
    }

    public static Discreet of(Throwable fault) {
        return of(fault, 1);
    }

    private static Discreet of(Throwable fault, int depth) {
        Throwable cause = fault.getCause();
        return new Discreet(fault, cause == null || depth == DEEPEST ? null : of(cause, depth + 1));
    }

    @Override
    public String toString() {
        return type;
    }
}
