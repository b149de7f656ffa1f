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
 * The result of the decision on one claim.
 *
 * @param evidence the evidence that was decided on; empty where it was the claim itself
 * @param accepted absent where nothing was recorded
 */
public record ReviewResultLine(
        ClaimId claim, List<EvidenceId> evidence, Outcome.@Nullable Accepted accepted, List<Refusal> refusals) {

    static ReviewResultLine of(ReviewClaim command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new ReviewResultLine(command.claim(), command.evidence(), accepted, List.of());
            case Outcome.Duplicate duplicate ->
                new ReviewResultLine(command.claim(), command.evidence(), duplicate.first(), List.of());
            case Outcome.NotAccepted refused ->
                new ReviewResultLine(command.claim(), command.evidence(), null, refused.refusals());
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
