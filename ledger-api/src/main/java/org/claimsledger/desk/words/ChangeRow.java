package org.claimsledger.desk.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different, in words.
 *
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record ChangeRow(
        String what, @Nullable String before, @Nullable String after) {

    /** The two as one text, what went and what came marked in it. */
    public List<WordDifference.Segment> segments() {
        return WordDifference.between(before == null ? "" : before, after == null ? "" : after);
    }
}
