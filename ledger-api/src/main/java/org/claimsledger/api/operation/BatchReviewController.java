package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.token.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on many filings at once. A decision on one filing is an operation on its claim. */
@RestController
final class BatchReviewController {

    private static final Duration READABLE_TIMEOUT = Duration.ofSeconds(2);

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

    @RequiresRole(Role.EDITOR)
    @PostMapping("/api/v1/reviews")
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        QueryParameters.of(request);
        BatchReviewBody body = BatchReviewBody.read(Fields.of(runner.readObject(request)));
        BatchReview batchReview =
                new BatchReview(ledger, Caller.authenticated(request).actor(), RequestIdFilter.requestId(request));
        long asOf = viewpointReader.head();
        try (ResultLineBuffer lines = new ResultLineBuffer(json, asOf)) {
            BatchReview.ResultListener resultListener = line -> lines.add(line.entries(), line.position());
            switch (body.scope()) {
                case BatchReviewBody.Scope.ListedClaims listed ->
                    batchReview.decideClaims(body, listed.ids(), resultListener);
                case BatchReviewBody.Scope.FiledWithRequest filed ->
                    batchReview.decideBatch(
                            body,
                            filed.request(),
                            readAccess.readModelFor(request).filings(),
                            asOf,
                            resultListener);
            }
            readModels.awaitShown(lines.position(), READABLE_TIMEOUT);
            lines.writeTo(response);
        }
    }
}
