package org.claimsledger.api.review;

import java.util.List;
import org.claimsledger.api.body.Fields;
import org.claimsledger.claim.ClaimCommand.ReviewClaim;
import org.claimsledger.claim.Review;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What an editor decides of many filings.
 *
 * @param on which of them
 */
public record Decision(
        Review.Decision decision, On on, @Nullable String reason) {

    private static final int LONGEST_BATCH = 200;

    /** Which filings. */
    public sealed interface On {

        /** These claims themselves, each as if it were decided on alone. */
        record Claims(List<ClaimId> ids) implements On {}

        /** Whatever waits of what was filed with one request. */
        record Batch(String request) implements On {}
    }

    public static Decision read(Fields fields) {
        var decision = fields.required("decision", Fields.option(Review.Decision.class));
        List<ClaimId> claims = fields.optional("claims", Fields.list(id -> new ClaimId(Fields.string(id))));
        String batch = fields.line("batch", LONGEST_BATCH);
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new Decision(decision.get(), on(claims, batch), reason));
    }

    private static On on(@Nullable List<ClaimId> claims, @Nullable String batch) {
        if (claims != null && batch != null) {
            throw Refused.because(RefusalCode.FIELD_UNEXPECTED, "/batch", "Either claims or a batch, not both");
        }
        if (batch != null) {
            return new On.Batch(batch);
        }
        if (claims == null || claims.isEmpty()) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "/claims", "At least one claim, or a batch");
        }
        return new On.Claims(claims.stream().distinct().toList());
    }

    /** The command that decides on these filings of a claim; on the claim itself where none is named. */
    ReviewClaim of(ClaimId claim, List<EvidenceId> evidence) {
        return new ReviewClaim(claim, decision, evidence, reason);
    }
}
