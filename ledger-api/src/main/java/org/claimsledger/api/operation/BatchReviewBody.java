package org.claimsledger.api.operation;

import java.util.List;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision on many filings.
 *
 * @param scope the filings that it is about
 */
public record BatchReviewBody(
        ReviewDecision decision, Scope scope, @Nullable String reason) {

    private static final int MAX_BATCH_LENGTH = 200;

    /** A choice of filings. */
    public sealed interface Scope {

        /** These claims, each decided on as if alone. */
        record ListedClaims(List<ClaimId> ids) implements Scope {}

        /** All waiting filings that came with one request. */
        record FiledWithRequest(String request) implements Scope {}
    }

    public static BatchReviewBody read(Fields fields) {
        var decision = fields.required("decision", Fields.option(ReviewDecision.class));
        List<ClaimId> claims = fields.optional("claims", Fields.list(id -> new ClaimId(Fields.string(id))));
        String batch = fields.line("batch", MAX_BATCH_LENGTH);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new BatchReviewBody(decision.get(), scope(claims, batch), reason));
    }

    private static Scope scope(@Nullable List<ClaimId> claims, @Nullable String batch) {
        if (claims != null && batch != null) {
            throw Refused.because(RefusalCode.FIELD_UNEXPECTED, "/batch", "Either claims or a batch, not both");
        }
        if (batch != null) {
            return new Scope.FiledWithRequest(batch);
        }
        if (claims == null || claims.isEmpty()) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "/claims", "At least one claim, or a batch");
        }
        return new Scope.ListedClaims(claims.stream().distinct().toList());
    }

    /** The command that decides on these pieces of evidence of a claim, or on the claim itself if there are none. */
    ReviewClaim commandFor(ClaimId claim, List<EvidenceId> evidence) {
        return new ReviewClaim(claim, decision, evidence, reason);
    }
}
