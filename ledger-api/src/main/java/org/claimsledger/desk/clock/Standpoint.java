package org.claimsledger.desk.clock;

import java.time.Instant;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.time.Viewpoint;

/**
 * Where a page reads from: what was asked, and what came of it.
 *
 * @param head the last position that can be read
 * @param now when the page was asked for
 */
public record Standpoint(Asked asked, Viewpoint viewpoint, long head, Instant now) {

    public long position() {
        return viewpoint.position();
    }

    public Moment moment() {
        return Moment.of(viewpoint);
    }

    /** Whether any clock shows less than there is. */
    public boolean isPast() {
        return isPast(Clock.RECORDED) || isPast(Clock.PUBLISHED) || isPast(Clock.VALID);
    }

    public boolean isPast(Clock clock) {
        return switch (clock) {
            case RECORDED -> position() < head;
            case PUBLISHED ->
                viewpoint.publishedBy() != null && viewpoint.publishedBy().isBefore(now);
            case VALID -> viewpoint.validOn() != null && !viewpoint.validOn().equals(viewpoint.today());
        };
    }

    /** The same reading for ever: what was recorded is named by its position. */
    public Asked fixed() {
        return asked.with(Clock.RECORDED, "@" + position());
    }

    /** Everything there is, read today. */
    public Moment latest() {
        return Moment.asOf(head);
    }
}
