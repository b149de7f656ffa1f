package org.claimsledger.copy;

/** A line that was not written by an export. */
public final class UnreadableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLine(String what) {
        super(what);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
