package org.claimsledger.api.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.ClaimCommand.ReviewClaim;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.versions.FilingFilter;
import org.claimsledger.projection.versions.Filings;
import org.claimsledger.projection.versions.Filings.Waiting;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * Carries out a decision on many filings, group by group, each recorded in one append. Which filings a batch has is read
 * once, as of one position: what is filed with the same request after that waits on.
 */
public final class Deciding {

    private static final int GROUP = 500;

    private final Ledger ledger;
    private final String actor;
    private final String requestId;

    /** Hears what became of the decision on each claim. */
    public interface Listener {
        void heard(ReviewLine line) throws IOException;
    }

    public Deciding(Ledger ledger, String actor, String requestId) {
        this.ledger = ledger;
        this.actor = actor;
        this.requestId = requestId;
    }

    void onClaims(Decision decision, List<ClaimId> claims, Listener listener) throws IOException {
        submit(claims.stream().map(claim -> decision.of(claim, List.of())).toList(), listener);
    }

    /** On these filings: of each claim the evidence that is named, or the claim itself where none is. */
    public void onFilings(Decision decision, Map<ClaimId, List<EvidenceId>> filings, Listener listener)
            throws IOException {
        submit(
                filings.entrySet().stream()
                        .map(it -> decision.of(it.getKey(), it.getValue()))
                        .toList(),
                listener);
    }

    /** @param asOf what waits as of this position */
    public void onBatch(Decision decision, String batch, Filings filings, long asOf, Listener listener)
            throws IOException {
        FilingFilter filter = FilingFilter.ofBatch(batch);
        List<Waiting> waiting = filings.waiting(filter, asOf, 0, GROUP);
        if (waiting.isEmpty()) {
            throw Refused.because(RefusalCode.NOT_PROPOSED, "/batch", "Nothing waits that was filed with this request");
        }
        while (!waiting.isEmpty()) {
            submit(byClaim(decision, waiting), listener);
            waiting = filings.waiting(filter, asOf, waiting.getLast().position(), GROUP);
        }
    }

    private static List<ReviewClaim> byClaim(Decision decision, List<Waiting> waiting) {
        Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
        waiting.forEach(it ->
                filings.computeIfAbsent(it.claim(), none -> new ArrayList<>()).add(it.evidence()));
        return filings.entrySet().stream()
                .map(it -> decision.of(it.getKey(), it.getValue()))
                .toList();
    }

    private void submit(List<ReviewClaim> commands, Listener listener) throws IOException {
        List<Outcome> outcomes = ledger.submit(commands.stream()
                .map(command -> Request.by(actor, requestId, command))
                .toList());
        for (int i = 0; i < outcomes.size(); i++) {
            listener.heard(ReviewLine.of(commands.get(i), outcomes.get(i)));
        }
    }
}
