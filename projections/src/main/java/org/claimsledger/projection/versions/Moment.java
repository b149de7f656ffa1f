package org.claimsledger.projection.versions;

import java.time.Instant;
import org.claimsledger.projection.table.Always;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * The two moment that rectangles are over.
 *
 * @param asOf what had been recorded: everything up to this position
 * @param publishedBy what had been published, inclusive; absent for all that is recorded
 */
public record Moment(long asOf, @Nullable Instant publishedBy) {

    public static Moment asOf(long position) {
        return new Moment(position, null);
    }

    public static Moment of(Viewpoint viewpoint) {
        return new Moment(viewpoint.position(), viewpoint.publishedBy());
    }

    /** What holds for every later date holds then too. */
    long publishedByMicros() {
        return publishedBy == null ? Always.OPEN - 1 : ReportedTime.by(publishedBy);
    }

    boolean everythingRecorded() {
        return publishedBy == null;
    }
}
