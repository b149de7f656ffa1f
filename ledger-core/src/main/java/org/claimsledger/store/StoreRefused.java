package org.claimsledger.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why a data folder, or a database, is not opened. Nothing in it was created, changed or repaired, because a person
 * should see first what is wrong with it.
 */
public final class StoreRefused extends RuntimeException {

    /** The kinds of reasons. */
    public enum Code {
        /** Another process, or this one, has the ledger open. */
        IN_USE,
        /** It holds something, but no ledger. */
        FOREIGN,
        /** The folder holds a ledger, and was to be an empty one. */
        NOT_EMPTY,
        /** A later version of the program wrote it. */
        NEWER,
        /** A file or table is missing, unreadable, or contradicts another one. */
        DAMAGED,
        /** The events end before the journal begins: some that were acknowledged are missing. */
        BEHIND_JOURNAL,
        /** The folder cannot be read or written at all, or the database cannot be reached or used. */
        UNUSABLE
    }

    /** How a person gets a damaged ledger back; ends the sentence of every refusal of one. */
    public static final String RESTORE_ADVICE =
            "Restore the ledger's folder from a backup, or from an export with 'restore'.";

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient @Nullable Path file;

    public StoreRefused(Code code, Path file, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.file = file;
    }

    /** A database, which has no file to name. */
    public StoreRefused(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.file = null;
    }

    public StoreRefused(Code code, Path file, String sentence) {
        this(code, file, sentence, null);
    }

    public Code code() {
        return code;
    }

    /** The file or folder at fault, which the message names too; null for a database. */
    public @Nullable Path file() {
        return file;
    }
}
