package org.claimsledger.projection.claims;

import java.time.Instant;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * The two moment that rectangles are over.
 *
 * @param asOf what had been recorded: everything up to this position
 * @param publishedBy what had been published, inclusive; absent for all that is recorded
 */
public record BitemporalPoint(long asOf, @Nullable Instant publishedBy) {

    public static BitemporalPoint asOf(long position) {
        return new BitemporalPoint(position, null);
    }

    public static BitemporalPoint of(Viewpoint viewpoint) {
        return new BitemporalPoint(viewpoint.position(), viewpoint.publishedBy());
    }

    /** What holds for every later date holds then too. */
    long publishedByMicros() {
        return publishedBy == null ? OpenEnded.OPEN - 1 : ReportedTime.upTo(publishedBy);
    }

    boolean includesAllPublished() {
        return publishedBy == null;
    }
}
