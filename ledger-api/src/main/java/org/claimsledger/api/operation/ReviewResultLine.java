package org.claimsledger.api.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.problem.Problems;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of the decision on one claim.
 *
 * @param evidence the filings that were named; empty where the claim itself was
 * @param accepted absent where nothing was recorded
 */
public record ReviewResultLine(
        ClaimId claim, List<EvidenceId> evidence, Outcome.@Nullable Accepted accepted, List<Refusal> refusals) {

    static ReviewResultLine of(ReviewClaim command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted it -> new ReviewResultLine(command.claim(), command.evidence(), it, List.of());
            case Outcome.Duplicate it ->
                new ReviewResultLine(command.claim(), command.evidence(), it.first(), List.of());
            case Outcome.NotAccepted it ->
                new ReviewResultLine(command.claim(), command.evidence(), null, it.refusals());
        };
    }

    /** Where the decision is recorded. */
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
