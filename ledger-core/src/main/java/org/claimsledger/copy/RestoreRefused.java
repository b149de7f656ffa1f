package org.claimsledger.copy;

import java.util.Locale;

/** An export that no ledger is made of: which line is at fault, and why. */
public final class RestoreRefused extends RuntimeException {

    /** What is wrong with an export. */
    public enum RestoreFault {
        /** There is not one line. */
        EMPTY,
        /** The bytes cannot be read, or end within a compressed frame. */
        INPUT_UNREADABLE,
        /** Not a line that an export wrote. */
        LINE_UNREADABLE,
        /** An event is missing, doubled, or out of its place. */
        POSITION_GAP,
        /** The event was not recorded after the one before it. */
        TIME_NOT_RISING,
        /** The hash is not that of salt, metadata and payload. */
        HASH_MISMATCH,
        /** A type or version of event that this program does not know. */
        EVENT_UNKNOWN,
        /** The payload is none of its type, or not in its canonical form. */
        EVENT_UNREADABLE,
        /** The event is larger than what a ledger stores. */
        TOO_LARGE,
        /** The last line is not the one at which the export ended. */
        CUT_OFF
    }

    private static final long serialVersionUID = 1L;

    private final RestoreFault restoreFault;
    private final long line;

    RestoreRefused(RestoreFault restoreFault, long line, String what) {
        super(restoreFault.name().toLowerCase(Locale.ROOT) + " at line " + line + ": " + what);
        this.restoreFault = restoreFault;
        this.line = line;
    }

    public RestoreFault code() {
        return restoreFault;
    }

    /** The line at fault, the first one being 1. */
    public long line() {
        return line;
    }
}
