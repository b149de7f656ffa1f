package org.claimsledger.token;

import java.util.Set;
import java.util.regex.Pattern;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * The name of a token, under which everything is recorded that is done with it. Lower-case ASCII only, so that no two
 * names look alike in an audit trail.
 */
public record TokenName(String text) {

    /** The actor of the token that the program itself is started with. */
    public static final String ADMIN = "admin";

    /** The actor of the sample case that comes with the program. */
    public static final String SAMPLE = "sample";

    public static final int MAX_LENGTH = 80;

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,%d}".formatted(MAX_LENGTH - 1));
    private static final Set<String> RESERVED = Set.of(ADMIN, SAMPLE);

    public TokenName {
        if (!PATTERN.matcher(text).matches()) {
            throw Refused.because(
                    RefusalCode.INVALID_NAME,
                    "A name has 2 to " + MAX_LENGTH
                            + " characters of a-z, 0-9, '.', '_', '@' and '-', and starts with a letter or digit");
        }
        if (RESERVED.contains(text)) {
            throw Refused.because(RefusalCode.INVALID_NAME, "The name " + text + " is the program's own");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
