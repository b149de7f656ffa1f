package org.claimsledger.api.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.claimsledger.projection.claims.FilingQueries.PendingFiling;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a decision on many filings in groups; each group is recorded in one append. The filings of a batch are those
 * as of one position. Anything filed with the same request after that keeps waiting.
 *
 * @param reason in the editor's own words
 */
public record BatchReview(
        Ledger ledger,
        String actor,
        String requestId,
        ReviewDecision decision,
        @Nullable String reason) {

    private static final int GROUP_SIZE = 500;

    /** Receives the result for each claim. */
    public interface ResultListener {
        void onResult(ReviewResult result) throws IOException;
    }

    /**
     * The result of the decision on one claim.
     *
     * @param evidence the evidence that was decided on; empty where it was the claim itself
     * @param accepted absent where nothing was recorded
     */
    public record ReviewResult(
            ClaimId claim, List<EvidenceId> evidence, Outcome.@Nullable Accepted accepted, List<Refusal> refusals) {

        static ReviewResult of(ReviewClaim command, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Accepted accepted ->
                    new ReviewResult(command.claim(), command.evidence(), accepted, List.of());
                case Outcome.Duplicate duplicate ->
                    new ReviewResult(command.claim(), command.evidence(), duplicate.first(), List.of());
                case Outcome.NotAccepted refused ->
                    new ReviewResult(command.claim(), command.evidence(), null, refused.refusals());
            };
        }

        /** The position of the decision; absent where nothing was recorded. */
        public @Nullable Long position() {
            return accepted == null ? null : accepted.position();
        }

        /** The line as the answer writes it. */
        Map<String, Object> entries() {
            Map<String, Object> entries = new LinkedHashMap<>();
            entries.put("claim", claim);
            if (!evidence.isEmpty()) {
                entries.put("evidence", evidence);
            }
            entries.put("status", accepted == null ? "not_decided" : "decided");
            if (accepted != null) {
                entries.put("revision", accepted.revision());
                entries.put("position", accepted.position());
            }
            if (!refusals.isEmpty()) {
                entries.put("problem", Problems.entries(refusals));
            }
            return entries;
        }
    }

    /** Decides on the named evidence of each claim, or on the claim itself where none is named. */
    public void decide(Map<ClaimId, List<EvidenceId>> filings, ResultListener resultListener) throws IOException {
        List<ReviewClaim> commands = filings.entrySet().stream()
                .map(it -> new ReviewClaim(it.getKey(), decision, it.getValue(), reason))
                .toList();
        List<Outcome> outcomes = ledger.submit(commands.stream()
                .map(command -> Request.by(actor, requestId, command))
                .toList());
        for (int i = 0; i < outcomes.size(); i++) {
            resultListener.onResult(ReviewResult.of(commands.get(i), outcomes.get(i)));
        }
    }

    /**
     * Decides on all filings that came with one request.
     *
     * @param asOf the position at which the filings waited
     */
    public void decideBatch(String batch, FilingQueries filingQueries, long asOf, ResultListener resultListener)
            throws IOException {
        FilingFilter filter = FilingFilter.ofBatch(batch);
        List<PendingFiling> pending = filingQueries.pending(filter, asOf, 0, GROUP_SIZE);
        if (pending.isEmpty()) {
            throw Refused.because(RefusalCode.NOT_PROPOSED, "/batch", "Nothing waits that was filed with this request");
        }
        while (!pending.isEmpty()) {
            Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
            pending.forEach(it -> filings.computeIfAbsent(it.claim(), none -> new ArrayList<>())
                    .add(it.evidence()));
            decide(filings, resultListener);
            pending = filingQueries.pending(filter, asOf, pending.getLast().position(), GROUP_SIZE);
        }
    }
}
