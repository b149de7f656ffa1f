package org.claimsledger.projection.claims;

import java.time.Instant;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * The part of a viewpoint that selects versions: a point on both clocks. It has no day, so that nothing that is read by
 * it can depend on what was in force.
 *
 * @param asOf the position up to which everything had been recorded
 * @param publishedBy the last instant at which it counts as published; absent for all that is recorded
 */
public record BitemporalPoint(long asOf, @Nullable Instant publishedBy) {

    public static BitemporalPoint asOf(long position) {
        return new BitemporalPoint(position, null);
    }

    public static BitemporalPoint of(Viewpoint viewpoint) {
        return new BitemporalPoint(viewpoint.position(), viewpoint.publishedBy());
    }

    /** The published time in microseconds; where it is absent, the last microsecond before an open end. */
    long publishedByMicros() {
        return publishedBy == null ? OpenEnded.OPEN - 1 : ReportedTime.upTo(publishedBy);
    }

    boolean includesAllPublished() {
        return publishedBy == null;
    }
}
