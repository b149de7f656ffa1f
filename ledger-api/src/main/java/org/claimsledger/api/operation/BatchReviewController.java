package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.read.ClaimView;
import org.claimsledger.api.read.ClaimViewReader;
import org.claimsledger.api.read.ProposalView;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.FilingAt;
import org.claimsledger.projection.claims.FilingFilter;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What waits for an editor, and decisions on many filings; one filing is decided on beside its claim. */
@RestController
@RequestMapping("/api/v1/reviews")
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
            OperationRunner operationRunner,
            ReadModels readModels,
            ReadAccess readAccess,
            ViewpointReader viewpointReader,
            JsonMapper json) {
        this.ledger = ledger;
        this.runner = operationRunner;
        this.readModels = readModels;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
        this.json = json;
    }

    @GetMapping
    PageView<ProposalView> waiting(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, "batch", "actor", "subject");
        QueryParameters queryParameters = listRequest.query();
        FilingFilter filter = new FilingFilter(
                queryParameters.text("batch"),
                queryParameters.text("actor"),
                queryParameters.id("subject", SubjectId::new));
        ReadModel readModel = readAccess.readModelFor(request);
        return listRequest.page(
                readModel
                        .filings()
                        .page(
                                filter,
                                BitemporalPoint.of(listRequest.viewpoint()),
                                listRequest.after(),
                                listRequest.limit()),
                items -> views(items, listRequest.viewpoint(), readModel));
    }

    private static List<ProposalView> views(List<FilingAt> filings, Viewpoint viewpoint, ReadModel readModel) {
        List<ClaimView> claims = new ClaimViewReader(readModel)
                .ofPage(filings.stream().map(FilingAt::claim).toList(), viewpoint);
        List<ProposalView> all = new ArrayList<>(filings.size());
        for (int i = 0; i < filings.size(); i++) {
            all.add(ProposalView.of(filings.get(i), claims.get(i)));
        }
        return all;
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        QueryParameters.of(request);
        BatchReviewBody batchReviewBody = BatchReviewBody.read(Fields.of(runner.readObject(request)));
        BatchReview batchReview =
                new BatchReview(ledger, Caller.authenticated(request).actor(), RequestIdFilter.requestId(request));
        long asOf = viewpointReader.head();
        try (ResultLineBuffer lines = new ResultLineBuffer(json, asOf)) {
            BatchReview.ResultListener resultListener = line -> lines.add(line.entries(), line.position());
            switch (batchReviewBody.scope()) {
                case BatchReviewBody.Scope.ListedClaims it ->
                    batchReview.decideClaims(batchReviewBody, it.ids(), resultListener);
                case BatchReviewBody.Scope.FiledWithRequest it ->
                    batchReview.decideBatch(
                            batchReviewBody,
                            it.request(),
                            readAccess.readModelFor(request).filings(),
                            asOf,
                            resultListener);
            }
            readModels.awaitShown(lines.position(), READABLE_TIMEOUT);
            lines.writeTo(response);
        }
    }
}
