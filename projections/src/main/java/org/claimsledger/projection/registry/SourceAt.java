package org.claimsledger.projection.registry;

import java.time.Instant;
import java.util.List;
import org.claimsledger.event.Notice;
import org.claimsledger.source.Source;

/**
 * A source as it stood at a position of the log.
 *
 * @param notices the notices of its publisher, in the order in which they were recorded
 * @param registered the position at which it was registered; lists are in this order
 * @param lastChange the position of the last event until then that changed it
 */
public record SourceAt(Source source, List<RecordedNotice> notices, long registered, long lastChange) {

    /** A notice and where it was recorded. */
    public record RecordedNotice(long position, Instant recordedAt, Notice notice) {}

    public SourceAt {
        notices = List.copyOf(notices);
    }
}
