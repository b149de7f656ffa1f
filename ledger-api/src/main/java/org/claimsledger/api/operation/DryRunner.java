package org.claimsledger.api.operation;

import java.time.Duration;
import java.time.InstantSource;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Preview;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Component;

/** Works out the effect of requests without recording them. */
@Component
public final class DryRunner {

    private static final Duration READABLE_TIMEOUT = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final ReadModels readModels;
    private final ReadAccess readAccess;
    private final InstantSource clock;

    public DryRunner(Ledger ledger, ReadModels readModels, ReadAccess readAccess, InstantSource clock) {
        this.ledger = ledger;
        this.readModels = readModels;
        this.readAccess = readAccess;
        this.clock = clock;
    }

    /** The changes that the request would make, as far as its caller may see them; refused as the request would be. */
    public DryRunView of(Request request, Caller caller) {
        return DryRunView.of(changes(request, readAccess.readModelFor(caller)));
    }

    /** The same, before it is made a view. */
    public DecisionImpact changes(Request request, ReadModel readModel) {
        Preview preview = ledger.preview(request);
        requireReadable(preview.position());
        return readModel.previews().of(preview, clock.instant());
    }

    private void requireReadable(long position) {
        try {
            if (readModels.awaitApplied(position, READABLE_TIMEOUT)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }
}
