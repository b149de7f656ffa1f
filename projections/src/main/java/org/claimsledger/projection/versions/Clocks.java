package org.claimsledger.projection.versions;

import java.time.Instant;
import org.claimsledger.projection.table.Always;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks that rectangles are over.
 *
 * @param asOf what had been recorded: everything up to this position
 * @param publishedBy what had been published, inclusive; absent for all that is recorded
 */
public record Clocks(long asOf, @Nullable Instant publishedBy) {

    public static Clocks asOf(long position) {
        return new Clocks(position, null);
    }

    /** What holds for every later date holds then too. */
    long publishedByMicros() {
        return publishedBy == null ? Always.OPEN - 1 : ReportedTime.by(publishedBy);
    }

    boolean everythingRecorded() {
        return publishedBy == null;
    }
}
