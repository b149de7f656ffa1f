package org.claimsledger.api.problem;

import org.jspecify.annotations.Nullable;

/** A fault as the log may show it: its type and stack trace, without its message, which may repeat what a client sent. */
public final class LoggableFault extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 10;

    private final String type;

    private LoggableFault(Throwable fault, @Nullable LoggableFault cause) {
        super(null, cause, false, true);
        type = fault.getClass().getName();
        setStackTrace(fault.getStackTrace());
    }

    public static LoggableFault of(Throwable fault) {
        return of(fault, 1);
    }

    private static LoggableFault of(Throwable fault, int depth) {
        Throwable cause = fault.getCause();
        return new LoggableFault(fault, cause == null || depth == MAX_DEPTH ? null : of(cause, depth + 1));
    }

    @Override
    public String toString() {
        return type;
    }
}
