package org.claimsledger.desk.review;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.operation.BatchReview;
import org.claimsledger.api.operation.OperationRunner;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RequestIdFilter;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Testimony;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.claims.FilingQueries.FilingAt;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.token.Role;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The filings that wait for an editor, and decisions about many of them at once. */
@Controller
final class ReviewPageController {

    private static final int SHOWN = 50;

    private final PageRequestReader pageRequests;
    private final Ledger ledger;
    private final ReadModels readModels;

    ReviewPageController(PageRequestReader pageRequests, Ledger ledger, ReadModels readModels) {
        this.pageRequests = pageRequests;
        this.ledger = ledger;
        this.readModels = readModels;
    }

    /**
     * A filing that waits for review.
     *
     * @param checkboxValue names it in the form: the claim, and the evidence where only that was filed
     * @param what kind of filing it is, in words
     * @param quote the source's own words
     * @param batch the request that it was filed with
     */
    public record PendingFilingRow(
            String checkboxValue,
            ClaimListRow claim,
            String what,
            String actor,
            String when,
            LinkedText source,
            @Nullable String quote,
            LinkedText batch) {}

    @RequiresRole(Role.EDITOR)
    @GetMapping("/review")
    ModelAndView waiting(HttpServletRequest request) {
        return page(pageRequests.of(request, PageRequest.AFTER, "batch"), FormInput.EMPTY, List.of());
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/review")
    ModelAndView decide(HttpServletRequest request) throws IOException, InterruptedException {
        FormInput formInput = FormInput.of(request);
        Optional<ReviewDecision> reviewDecision = decision(formInput);
        List<String> missing = new ArrayList<>();
        if (formInput.all("filing").isEmpty() && !formInput.has("all")) {
            missing.add("Choose at least one filing.");
        }
        if (reviewDecision.isEmpty()) {
            missing.add("Accept them, or refuse them.");
        }
        if (reviewDecision.isEmpty() || !missing.isEmpty()) {
            ModelAndView page = page(pageRequests.forAction(request, "/review"), formInput, missing);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        List<String> outcome = carryOut(reviewDecision.get(), formInput, request);
        return page(pageRequests.forAction(request, "/review"), FormInput.EMPTY, outcome);
    }

    private static Optional<ReviewDecision> decision(FormInput formInput) {
        return switch (formInput.text("decision")) {
            case "accepted" -> Optional.of(ReviewDecision.ACCEPTED);
            case "refused" -> Optional.of(ReviewDecision.REFUSED);
            default -> Optional.empty();
        };
    }

    /** Decides, and tells the outcome in sentences. */
    private List<String> carryOut(ReviewDecision reviewDecision, FormInput formInput, HttpServletRequest request)
            throws IOException, InterruptedException {
        int[] done = {0};
        long[] position = {0};
        List<String> refused = new ArrayList<>();
        BatchReview.ResultListener resultListener = result -> {
            Long at = result.position();
            if (at == null) {
                refused.add(result.claim() + ": "
                        + Phrases.listed(
                                result.refusals().stream().map(Refusal::detail).toList()) + ".");
            } else {
                done[0]++;
                position[0] = Math.max(position[0], at);
            }
        };
        try {
            String reason = formInput.has("reason") ? TextRules.lines(formInput.text("reason"), TextRules.NOTE) : null;
            BatchReview batchReview = new BatchReview(
                    ledger,
                    Caller.authenticated(request).actor(),
                    RequestIdFilter.requestId(request),
                    reviewDecision,
                    reason);
            if (formInput.has("all")) {
                FilingQueries filings =
                        pageRequests.forAction(request, "/review").readModel().filings();
                batchReview.decideBatch(
                        formInput.text("all"), filings, ledger.log().head(), resultListener);
            } else {
                batchReview.decide(filings(formInput), resultListener);
            }
        } catch (Refused all) {
            all.refusals().forEach(it -> refused.add(it.detail() + "."));
        }
        readModels.awaitShown(position[0], OperationRunner.READABLE_TIMEOUT);
        List<String> outcome = new ArrayList<>();
        outcome.add(Phrases.capitalised(Phrases.count(done[0], "claim")) + " decided on.");
        outcome.addAll(refused);
        return outcome;
    }

    private static Map<ClaimId, List<EvidenceId>> filings(FormInput formInput) {
        Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
        for (String tick : formInput.all("filing")) {
            String[] parts = tick.split(" ", 2);
            List<EvidenceId> evidence = filings.computeIfAbsent(new ClaimId(parts[0]), none -> new ArrayList<>());
            if (parts.length == 2) {
                evidence.add(new EvidenceId(parts[1]));
            }
        }
        return filings;
    }

    private ModelAndView page(PageRequest pageRequest, FormInput formInput, List<String> outcome) {
        String batch = pageRequest.parameter("batch");
        FilingFilter filter = batch == null ? FilingFilter.ALL : FilingFilter.ofBatch(batch);
        Page<FilingAt> page = pageRequest
                .readModel()
                .filings()
                .page(filter, pageRequest.viewpoint().point(), pageRequest.after(), SHOWN);
        ClaimListRows rows = new ClaimListRows(pageRequest);
        return pageRequest
                .page("desk/review", "Waiting for review")
                .addObject("typed", formInput)
                .addObject("told", outcome)
                .addObject("batch", batch)
                .addObject(
                        "waiting",
                        page.items().stream()
                                .map(it -> row(it, rows, pageRequest))
                                .toList())
                .addObject("more", pageRequest.more(page));
    }

    private static PendingFilingRow row(FilingAt filing, ClaimListRows rows, PageRequest pageRequest) {
        String claim = filing.claim().claim().id().value();
        Testimony testimony = Objects.requireNonNull(
                        filing.claim().claim().evidence().get(filing.evidence()))
                .testimony();
        String batch = filing.provenance().request();
        return new PendingFilingRow(
                filing.isOfTheClaim() ? claim : claim + " " + filing.evidence(),
                rows.of(filing.claim().state()),
                filing.isOfTheClaim() ? "a claim" : "evidence " + filing.evidence() + " of a claim that is there",
                filing.provenance().actor(),
                InstantWords.minute(filing.filedAt()),
                pageRequest.names().source(testimony.source()),
                testimony.quote() == null ? null : testimony.quote().exact(),
                new LinkedText(batch, pageRequest.links().to("/review", "batch", batch)));
    }
}
