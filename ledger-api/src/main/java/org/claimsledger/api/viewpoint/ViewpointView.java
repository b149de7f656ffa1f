package org.claimsledger.api.viewpoint;

import java.time.LocalDate;
import org.claimsledger.ledger.Times;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/** The viewpoint as answers show it; what was recorded by then is always said. */
public record ViewpointView(Recorded asOf, LocalDate validOn) {

    /** A position of the log and its time. */
    public record Recorded(long position, @Nullable String recordedAt) {}

    public static ViewpointView of(Viewpoint viewpoint) {
        return new ViewpointView(
                new Recorded(
                        viewpoint.position(),
                        viewpoint.recordedAt() == null ? null : Times.text(viewpoint.recordedAt())),
                viewpoint.validOn());
    }
}
