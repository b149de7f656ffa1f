package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.token.Role;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on many filings at once. A decision on one filing is an operation on its claim. */
@RestController
final class BatchReviewController {

    private final Ledger ledger;
    private final OperationRunner runner;
    private final ReadModels readModels;
    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;
    private final JsonMapper json;

    BatchReviewController(
            Ledger ledger,
            OperationRunner runner,
            ReadModels readModels,
            ReadAccess readAccess,
            ViewpointReader viewpointReader,
            JsonMapper json) {
        this.ledger = ledger;
        this.runner = runner;
        this.readModels = readModels;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
        this.json = json;
    }

    /**
     * The body of a decision on many filings.
     *
     * @param claims each is decided on as if alone; empty where a batch is given
     * @param batch the request whose waiting filings are meant
     */
    private record BatchReviewBody(
            ReviewDecision decision,
            List<ClaimId> claims,
            @Nullable String batch,
            @Nullable String reason) {

        private static final int MAX_BATCH_LENGTH = 200;

        static BatchReviewBody read(Fields fields) {
            var decision = fields.required("decision", Fields.option(ReviewDecision.class));
            List<ClaimId> claims = fields.optional("claims", Fields.list(id -> new ClaimId(Fields.string(id))));
            String batch = fields.line("batch", MAX_BATCH_LENGTH);
            String reason = fields.lines("reason", TextRules.NOTE);
            return fields.build(() -> {
                requireOneScope(claims, batch);
                return new BatchReviewBody(decision.get(), TextRules.entries(claims), batch, reason);
            });
        }

        private static void requireOneScope(@Nullable List<ClaimId> claims, @Nullable String batch) {
            if (claims != null && batch != null) {
                throw Refused.because(RefusalCode.FIELD_UNEXPECTED, "/batch", "Either claims or a batch, not both");
            }
            if (batch == null && (claims == null || claims.isEmpty())) {
                throw Refused.because(RefusalCode.FIELD_MISSING, "/claims", "At least one claim, or a batch");
            }
        }
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/api/v1/reviews")
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        QueryParameters.of(request);
        BatchReviewBody body = BatchReviewBody.read(Fields.of(runner.readObject(request)));
        BatchReview batchReview = new BatchReview(
                ledger,
                Caller.authenticated(request).actor(),
                RequestIdFilter.requestId(request),
                body.decision(),
                body.reason());
        long asOf = viewpointReader.head();
        try (ResultLineBuffer lines = new ResultLineBuffer(json, asOf)) {
            BatchReview.ResultListener resultListener = result -> lines.add(result.entries(), result.position());
            if (body.batch() == null) {
                Map<ClaimId, List<EvidenceId>> claims = new LinkedHashMap<>();
                body.claims().forEach(claim -> claims.put(claim, List.of()));
                batchReview.decide(claims, resultListener);
            } else {
                FilingQueries filings = readAccess.readModelFor(request).filings();
                batchReview.decideBatch(body.batch(), filings, asOf, resultListener);
            }
            readModels.awaitShown(lines.position(), OperationRunner.READABLE_TIMEOUT);
            lines.writeTo(response);
        }
    }
}
