package org.claimsledger.source;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.claimsledger.value.SourceId;

/**
 * The name of a protected source for those who may not know it: {@code protected-} and the position at which it was
 * registered. It is the same for good and tells nothing that the log does not; no source can be registered under it.
 */
public final class Pseudonym {

    private static final String PREFIX = "protected-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{1,18}");

    private Pseudonym() {}

    /** @param registered the position at which the source was registered */
    public static SourceId of(long registered) {
        return new SourceId(PREFIX + registered);
    }

    /** The position that it stands for; empty where the id is no stand-in. */
    public static OptionalLong registrationPosition(SourceId id) {
        return isPseudonym(id)
                ? OptionalLong.of(Long.parseLong(id.value().substring(PREFIX.length())))
                : OptionalLong.empty();
    }

    static boolean isPseudonym(SourceId id) {
        return FORM.matcher(id.value()).matches();
    }
}
