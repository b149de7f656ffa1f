package org.claimsledger.desk.review;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.api.review.Deciding;
import org.claimsledger.api.review.Decision;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.RequestNames;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Testimony;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.Words;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.FilingAt;
import org.claimsledger.projection.versions.FilingFilter;
import org.claimsledger.token.Role;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits for an editor, and deciding about many of it at once. */
@Controller
final class ReviewPageController {

    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Visits visits;
    private final Ledger ledger;
    private final Projections projections;

    ReviewPageController(Visits visits, Ledger ledger, Projections projections) {
        this.visits = visits;
        this.ledger = ledger;
        this.projections = projections;
    }

    @Needs(Role.EDITOR)
    @GetMapping("/review")
    ModelAndView waiting(HttpServletRequest request) {
        return page(visits.of(request, "after", "batch"), Typed.NOTHING, List.of());
    }

    @Needs(Role.EDITOR)
    @PostMapping("/review")
    ModelAndView decide(HttpServletRequest request) throws IOException, InterruptedException {
        Typed typed = Typed.of(request);
        Optional<Review.Decision> decision = decision(typed);
        List<String> missing = new ArrayList<>();
        if (typed.all("filing").isEmpty() && !typed.has("all")) {
            missing.add("Choose at least one filing.");
        }
        if (decision.isEmpty()) {
            missing.add("Accept them, or refuse them.");
        }
        if (decision.isEmpty() || !missing.isEmpty()) {
            ModelAndView page = page(visits.acting(request, "/review"), typed, missing);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        List<String> told = decided(decision.get(), typed, request);
        return page(visits.acting(request, "/review"), Typed.NOTHING, told);
    }

    private static Optional<Review.Decision> decision(Typed typed) {
        return switch (typed.text("decision")) {
            case "accepted" -> Optional.of(Review.Decision.ACCEPTED);
            case "refused" -> Optional.of(Review.Decision.REFUSED);
            default -> Optional.empty();
        };
    }

    /** What became of it, in sentences. */
    private List<String> decided(Review.Decision decision, Typed typed, HttpServletRequest request)
            throws IOException, InterruptedException {
        Deciding deciding = new Deciding(ledger, Caller.known(request).actor(), RequestNames.of(request));
        int[] done = {0};
        long[] position = {0};
        List<String> refused = new ArrayList<>();
        Deciding.Listener listener = line -> {
            Long at = line.position();
            if (at == null) {
                refused.add(line.claim() + ": "
                        + Words.listed(
                                line.refusals().stream().map(Refusal::detail).toList()) + ".");
            } else {
                done[0]++;
                position[0] = Math.max(position[0], at);
            }
        };
        try {
            String reason = typed.has("reason") ? Texts.lines(typed.text("reason"), Texts.NOTE) : null;
            if (typed.has("all")) {
                String batch = typed.text("all");
                deciding.onBatch(
                        new Decision(decision, new Decision.On.Batch(batch), reason),
                        batch,
                        visits.acting(request, "/review").seen().filings(),
                        ledger.log().head(),
                        listener);
            } else {
                Map<ClaimId, List<EvidenceId>> filings = filings(typed);
                Decision.On those = new Decision.On.Claims(List.copyOf(filings.keySet()));
                deciding.onFilings(new Decision(decision, those, reason), filings, listener);
            }
        } catch (Refused all) {
            all.refusals().forEach(it -> refused.add(it.detail() + "."));
        }
        projections.awaitShown(position[0], PATIENCE);
        List<String> told = new ArrayList<>();
        told.add(Words.capital(Words.count(done[0], "claim")) + " decided on.");
        told.addAll(refused);
        return told;
    }

    private static Map<ClaimId, List<EvidenceId>> filings(Typed typed) {
        Map<ClaimId, List<EvidenceId>> filings = new LinkedHashMap<>();
        for (String tick : typed.all("filing")) {
            String[] parts = tick.split(" ", 2);
            List<EvidenceId> evidence = filings.computeIfAbsent(new ClaimId(parts[0]), none -> new ArrayList<>());
            if (parts.length == 2) {
                evidence.add(new EvidenceId(parts[1]));
            }
        }
        return filings;
    }

    private ModelAndView page(Visit visit, Typed typed, List<String> told) {
        String batch = visit.text("batch");
        FilingFilter filter = batch == null ? FilingFilter.ALL : FilingFilter.ofBatch(batch);
        Page<FilingAt> page = visit.seen().filings().page(filter, visit.at().moment(), visit.after(), SHOWN);
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        ClaimLines lines =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().day());
        return visit.page("desk/review", "Waiting for review")
                .addObject("typed", typed)
                .addObject("told", told)
                .addObject("batch", batch)
                .addObject(
                        "waiting",
                        page.items().stream()
                                .map(it -> line(it, names, lines, visit))
                                .toList())
                .addObject("more", visit.more(page));
    }

    private static WaitingLine line(FilingAt filing, Names names, ClaimLines lines, Visit visit) {
        String claim = filing.claim().claim().id().value();
        Testimony testimony = Objects.requireNonNull(
                        filing.claim().claim().evidence().get(filing.evidence()))
                .testimony();
        String batch = filing.provenance().request();
        return new WaitingLine(
                filing.isOfTheClaim() ? claim : claim + " " + filing.evidence(),
                lines.of(filing.claim().state()),
                filing.isOfTheClaim() ? "a claim" : "evidence " + filing.evidence() + " of a claim that is there",
                filing.provenance().actor(),
                Instants.minute(filing.filedAt()),
                names.source(testimony.source()),
                testimony.quote() == null ? null : testimony.quote().exact(),
                new Said(batch, visit.to().to("/review", "batch", batch)));
    }
}
