package org.claimsledger.api.viewpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * A viewpoint as answers show it, always with its position.
 *
 * @param publishedBy a date, which means its end, or an instant; null for all that is recorded
 * @param validOn the day for which answers say {@code inForce}
 */
public record ViewpointView(PositionView asOf, @Nullable String publishedBy, LocalDate validOn) {

    private static final LocalTime LAST_OF_DAY = LocalTime.MAX.withNano(999_999_000);

    /** A position of the log and its time. */
    public record PositionView(long position, @Nullable String recordedAt) {}

    public static ViewpointView of(Viewpoint viewpoint) {
        return new ViewpointView(
                new PositionView(
                        viewpoint.position(),
                        viewpoint.recordedAt() == null ? null : Rfc3339.format(viewpoint.recordedAt())),
                time(viewpoint.publishedBy()),
                viewpoint.day());
    }

    /** A published time as a parameter names it: the end of a day as its date. */
    public static @Nullable String time(@Nullable Instant publishedBy) {
        if (publishedBy == null) {
            return null;
        }
        OffsetDateTime at = publishedBy.atOffset(ZoneOffset.UTC);
        return at.toLocalTime().equals(LAST_OF_DAY) ? at.toLocalDate().toString() : Rfc3339.format(publishedBy);
    }
}
