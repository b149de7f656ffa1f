package org.claimsledger.desk.page;

import java.time.Instant;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.time.Viewpoint;

/**
 * The viewpoint of a page, with the dates as they were typed.
 *
 * @param requested the dates that the address has
 * @param resolved the viewpoint that they name
 * @param head the last position that can be read
 * @param now the time of the request
 */
public record PageViewpoint(ViewpointParameters requested, Viewpoint resolved, long head, Instant now) {

    public long position() {
        return resolved.position();
    }

    public BitemporalPoint point() {
        return BitemporalPoint.of(resolved);
    }

    /** Whether any date is not now. */
    public boolean isPast() {
        return isPast(ViewpointDate.RECORDED) || isPast(ViewpointDate.PUBLISHED) || isPast(ViewpointDate.VALID);
    }

    public boolean isPast(ViewpointDate date) {
        return switch (date) {
            case RECORDED -> position() < head;
            case PUBLISHED ->
                resolved.publishedBy() != null && resolved.publishedBy().isBefore(now);
            case VALID -> resolved.validOn() != null && !resolved.validOn().equals(resolved.today());
        };
    }

    /** Dates that always name this viewpoint: the recorded one is a position. */
    public ViewpointParameters pinned() {
        return requested.with(ViewpointDate.RECORDED, "@" + position());
    }

    /** All that is recorded, read now. */
    public BitemporalPoint latest() {
        return BitemporalPoint.asOf(head);
    }
}
