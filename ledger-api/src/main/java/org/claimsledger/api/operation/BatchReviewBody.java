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
 * What an editor decides of many filings.
 *
 * @param on which of them
 */
public record BatchReviewBody(
        ReviewDecision decision, Scope scope, @Nullable String reason) {

    private static final int MAX_BATCH_LENGTH = 200;

    /** Which filings. */
    public sealed interface Scope {

        /** These claims themselves, each as if it were decided on alone. */
        record ListedClaims(List<ClaimId> ids) implements Scope {}

        /** Whatever waits of what was filed with one request. */
        record FiledWithRequest(String request) implements Scope {}
    }

    public static BatchReviewBody read(Fields fields) {
        var reviewDecision = fields.required("decision", Fields.option(ReviewDecision.class));
        List<ClaimId> claims = fields.optional("claims", Fields.list(id -> new ClaimId(Fields.string(id))));
        String batch = fields.line("batch", MAX_BATCH_LENGTH);
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new BatchReviewBody(reviewDecision.get(), scope(claims, batch), reason));
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

    /** The command that decides on these filings of a claim; on the claim itself where none is named. */
    ReviewClaim commandFor(ClaimId claim, List<EvidenceId> evidence) {
        return new ReviewClaim(claim, decision, evidence, reason);
    }
}
