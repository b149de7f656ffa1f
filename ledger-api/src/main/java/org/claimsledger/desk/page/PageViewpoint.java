package org.claimsledger.desk.page;

import java.time.Instant;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.time.Viewpoint;

/**
 * Where a page reads from: what was asked, and what came of it.
 *
 * @param head the last position that can be read
 * @param now when the page was asked for
 */
public record PageViewpoint(ViewpointParameters requested, Viewpoint resolved, long head, Instant now) {

    public long position() {
        return resolved.position();
    }

    public BitemporalPoint point() {
        return BitemporalPoint.of(resolved);
    }

    /** Whether any clock shows less than there is. */
    public boolean isPast() {
        return isPast(ViewpointDate.RECORDED) || isPast(ViewpointDate.PUBLISHED) || isPast(ViewpointDate.VALID);
    }

    public boolean isPast(ViewpointDate viewpointDate) {
        return switch (viewpointDate) {
            case RECORDED -> position() < head;
            case PUBLISHED ->
                resolved.publishedBy() != null && resolved.publishedBy().isBefore(now);
            case VALID -> resolved.validOn() != null && !resolved.validOn().equals(resolved.today());
        };
    }

    /** The same reading for ever: what was recorded is named by its position. */
    public ViewpointParameters pinned() {
        return requested.with(ViewpointDate.RECORDED, "@" + position());
    }

    /** Everything there is, read today. */
    public BitemporalPoint latest() {
        return BitemporalPoint.asOf(head);
    }
}
