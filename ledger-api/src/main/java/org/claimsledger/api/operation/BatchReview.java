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
import org.claimsledger.projection.claims.FilingFilter;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.claims.FilingQueries.PendingFiling;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * Carries out a decision on many filings, group by group, each recorded in one append. Which filings a batch has is read
 * once, as of one position: what is filed with the same request after that waits on.
 */
public final class BatchReview {

    private static final int GROUP_SIZE = 500;

    private final Ledger ledger;
    private final String actor;
    private final String requestId;

    /** Hears what became of the decision on each claim. */
    public interface ResultListener {
        void onResult(ReviewResultLine line) throws IOException;
    }

    public BatchReview(Ledger ledger, String actor, String requestId) {
        this.ledger = ledger;
        this.actor = actor;
        this.requestId = requestId;
    }

    void decideClaims(BatchReviewBody batchReviewBody, List<ClaimId> claims, ResultListener resultListener)
            throws IOException {
        submit(
                claims.stream()
                        .map(claim -> batchReviewBody.commandFor(claim, List.of()))
                        .toList(),
                resultListener);
    }

    /** On these filings: of each claim the evidence that is named, or the claim itself where none is. */
    public void decideProposals(
            BatchReviewBody batchReviewBody, Map<ClaimId, List<EvidenceId>> filings, ResultListener resultListener)
            throws IOException {
        submit(
                filings.entrySet().stream()
                        .map(it -> batchReviewBody.commandFor(it.getKey(), it.getValue()))
                        .toList(),
                resultListener);
    }

    /** @param asOf what waits as of this position */
    public void decideBatch(
            BatchReviewBody batchReviewBody,
            String batch,
            FilingQueries filingQueries,
            long asOf,
            ResultListener resultListener)
            throws IOException {
        FilingFilter filter = FilingFilter.ofBatch(batch);
        List<PendingFiling> pendingFiling = filingQueries.pending(filter, asOf, 0, GROUP_SIZE);
        if (pendingFiling.isEmpty()) {
            throw Refused.because(RefusalCode.NOT_PROPOSED, "/batch", "Nothing waits that was filed with this request");
        }
        while (!pendingFiling.isEmpty()) {
            submit(commandsByClaim(batchReviewBody, pendingFiling), resultListener);
            pendingFiling =
                    filingQueries.pending(filter, asOf, pendingFiling.getLast().position(), GROUP_SIZE);
        }
    }

    private static List<ReviewClaim> commandsByClaim(
            BatchReviewBody batchReviewBody, List<PendingFiling> pendingFiling) {
        Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
        pendingFiling.forEach(it ->
                filings.computeIfAbsent(it.claim(), none -> new ArrayList<>()).add(it.evidence()));
        return filings.entrySet().stream()
                .map(it -> batchReviewBody.commandFor(it.getKey(), it.getValue()))
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
