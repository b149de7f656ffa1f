package org.claimsledger.desk.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference, in words.
 *
 * @param what field differs
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record ChangeRow(
        String what, @Nullable String before, @Nullable String after) {

    /** Both as one text with its differences marked. */
    public List<WordDifference.Segment> segments() {
        return WordDifference.between(before == null ? "" : before, after == null ? "" : after);
    }
}
