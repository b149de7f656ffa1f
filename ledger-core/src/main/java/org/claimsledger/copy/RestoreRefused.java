package org.claimsledger.copy;

import java.util.Locale;

/** An export that cannot be restored: which line is at fault, and why. */
public final class RestoreRefused extends RuntimeException {

    /** The fault of an export. */
    public enum RestoreFault {
        /** The export has no lines. */
        EMPTY,
        /** The bytes cannot be read, or end within a compressed frame. */
        INPUT_UNREADABLE,
        /** The line was not written by an export. */
        LINE_UNREADABLE,
        /** An event is missing, repeated or out of place. */
        POSITION_GAP,
        /** The event was not recorded after the one before it. */
        TIME_NOT_RISING,
        /** The hash is not that of salt, metadata and payload. */
        HASH_MISMATCH,
        /** The program does not know the event's type or version. */
        EVENT_UNKNOWN,
        /** The payload does not fit its type, or is not in canonical form. */
        EVENT_UNREADABLE,
        /** The event is larger than a ledger stores. */
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

    /** The line at fault, counted from 1. */
    public long line() {
        return line;
    }
}
