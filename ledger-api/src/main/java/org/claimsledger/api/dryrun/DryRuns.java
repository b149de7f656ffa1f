package org.claimsledger.api.dryrun;

import java.time.Duration;
import java.time.InstantSource;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Preview;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.preview.WouldChange;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Component;

/** Decides requests without carrying them out. */
@Component
public final class DryRuns {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Projections projections;
    private final Seeing seeing;
    private final InstantSource clock;

    public DryRuns(Ledger ledger, Projections projections, Seeing seeing, InstantSource clock) {
        this.ledger = ledger;
        this.projections = projections;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** What the request would change, as far as its caller may see it; refused as the request would be. */
    public WouldChangeView of(Request request, Caller caller) {
        return WouldChangeView.of(changes(request, seeing.by(caller)));
    }

    /** The same, for whoever puts it into words. */
    public WouldChange changes(Request request, Seen seen) {
        Preview preview = ledger.preview(request);
        requireReadable(preview.position());
        return seen.previews().of(preview, clock.instant());
    }

    private void requireReadable(long position) {
        try {
            if (projections.awaitApplied(position, PATIENCE)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }
}
