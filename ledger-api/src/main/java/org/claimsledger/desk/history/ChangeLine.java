package org.claimsledger.desk.history;

import java.util.List;
import org.claimsledger.desk.words.WordDifference;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different, in words.
 *
 * @param before absent where there was nothing
 * @param after absent where there is nothing any more
 */
public record ChangeLine(
        String what, @Nullable String before, @Nullable String after) {

    /** The two as one text, what went and what came marked in it. */
    public List<WordDifference.Piece> pieces() {
        return WordDifference.between(before == null ? "" : before, after == null ? "" : after);
    }
}
