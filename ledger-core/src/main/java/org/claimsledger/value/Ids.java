package org.claimsledger.value;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/** The form of every id: {@code [a-z0-9][a-z0-9._-]{1,79}}, given by the client or made by the ledger. */
public final class Ids {

    private static final int LONGEST = 80;

    private Ids() {}

    /** A new id: a ULID in lower case, which sorts by the time it was made. */
    public static String newId() {
        return UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }

    static void require(String id) {
        if (!isId(id)) {
            throw Refused.because(
                    RefusalCode.INVALID_ID,
                    "An id has 2 to 80 characters of a-z, 0-9, '.', '_' and '-', and starts with a letter or digit");
        }
    }

    static boolean isId(String id) {
        if (id.length() < 2 || id.length() > LONGEST || !isLetterOrDigit(id.charAt(0))) {
            return false;
        }
        for (int i = 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
