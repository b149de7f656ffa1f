package org.claimsledger.api.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.claimsledger.projection.claims.FilingQueries.PendingFiling;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * Carries out a decision on many filings in groups; each group is recorded in one append. The filings of a batch are those
 * as of one position. Anything filed with the same request after that keeps waiting.
 */
public final class BatchReview {

    private static final int GROUP_SIZE = 500;

    private final Ledger ledger;
    private final String actor;
    private final String requestId;

    /** Receives the result for each claim. */
    public interface ResultListener {
        void onResult(ReviewResultLine line) throws IOException;
    }

    public BatchReview(Ledger ledger, String actor, String requestId) {
        this.ledger = ledger;
        this.actor = actor;
        this.requestId = requestId;
    }

    void decideClaims(BatchReviewBody body, List<ClaimId> claims, ResultListener resultListener) throws IOException {
        submit(claims.stream().map(claim -> body.commandFor(claim, List.of())).toList(), resultListener);
    }

    /** Decides on the named evidence of each claim, or on the claim itself where none is named. */
    public void decideProposals(
            BatchReviewBody body, Map<ClaimId, List<EvidenceId>> filings, ResultListener resultListener)
            throws IOException {
        submit(
                filings.entrySet().stream()
                        .map(it -> body.commandFor(it.getKey(), it.getValue()))
                        .toList(),
                resultListener);
    }

    /** @param asOf the position at which the filings waited */
    public void decideBatch(
            BatchReviewBody body, String batch, FilingQueries filingQueries, long asOf, ResultListener resultListener)
            throws IOException {
        FilingFilter filter = FilingFilter.ofBatch(batch);
        List<PendingFiling> pending = filingQueries.pending(filter, asOf, 0, GROUP_SIZE);
        if (pending.isEmpty()) {
            throw Refused.because(RefusalCode.NOT_PROPOSED, "/batch", "Nothing waits that was filed with this request");
        }
        while (!pending.isEmpty()) {
            submit(commandsByClaim(body, pending), resultListener);
            pending = filingQueries.pending(filter, asOf, pending.getLast().position(), GROUP_SIZE);
        }
    }

    private static List<ReviewClaim> commandsByClaim(BatchReviewBody body, List<PendingFiling> pending) {
        Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
        pending.forEach(it ->
                filings.computeIfAbsent(it.claim(), none -> new ArrayList<>()).add(it.evidence()));
        return filings.entrySet().stream()
                .map(it -> body.commandFor(it.getKey(), it.getValue()))
                .toList();
    }

    private void submit(List<ReviewClaim> commands, ResultListener resultListener) throws IOException {
        List<Outcome> outcomes = ledger.submit(commands.stream()
                .map(command -> Request.by(actor, requestId, command))
                .toList());
        for (int i = 0; i < outcomes.size(); i++) {
            resultListener.onResult(ReviewResultLine.of(commands.get(i), outcomes.get(i)));
        }
    }
}
