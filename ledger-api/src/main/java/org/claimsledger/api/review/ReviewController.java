package org.claimsledger.api.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.ResultLines;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.claim.ClaimView;
import org.claimsledger.api.claim.ClaimViews;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.RequestNames;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.versions.FilingAt;
import org.claimsledger.projection.versions.FilingFilter;
import org.claimsledger.projection.versions.Moment;
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
final class ReviewController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Writes writes;
    private final Projections projections;
    private final Seeing seeing;
    private final Viewpoints viewpoints;
    private final JsonMapper json;

    ReviewController(
            Ledger ledger,
            Writes writes,
            Projections projections,
            Seeing seeing,
            Viewpoints viewpoints,
            JsonMapper json) {
        this.ledger = ledger;
        this.writes = writes;
        this.projections = projections;
        this.seeing = seeing;
        this.viewpoints = viewpoints;
        this.json = json;
    }

    @GetMapping
    Paged<FilingView> waiting(HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, "batch", "actor", "subject");
        Query query = listing.query();
        FilingFilter filter =
                new FilingFilter(query.text("batch"), query.text("actor"), query.id("subject", SubjectId::new));
        Seen seen = seeing.by(request);
        return listing.paged(
                seen.filings().page(filter, Moment.of(listing.viewpoint()), listing.after(), listing.limit()),
                items -> views(items, listing.viewpoint(), seen));
    }

    private static List<FilingView> views(List<FilingAt> filings, Viewpoint viewpoint, Seen seen) {
        List<ClaimView> claims =
                new ClaimViews(seen).all(filings.stream().map(FilingAt::claim).toList(), viewpoint);
        List<FilingView> all = new ArrayList<>(filings.size());
        for (int i = 0; i < filings.size(); i++) {
            all.add(FilingView.of(filings.get(i), claims.get(i)));
        }
        return all;
    }

    @Needs(Role.EDITOR)
    @PostMapping
    void decide(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        Query.of(request);
        Decision decision = Decision.read(Fields.of(writes.object(request)));
        Deciding deciding = new Deciding(ledger, Caller.known(request).actor(), RequestNames.of(request));
        long asOf = viewpoints.head();
        try (ResultLines lines = new ResultLines(json, asOf)) {
            Deciding.Listener listener = line -> lines.add(line.entries(), line.position());
            switch (decision.on()) {
                case Decision.On.Claims it -> deciding.onClaims(decision, it.ids(), listener);
                case Decision.On.Batch it ->
                    deciding.onBatch(decision, it.request(), seeing.by(request).filings(), asOf, listener);
            }
            projections.awaitShown(lines.position(), PATIENCE);
            lines.answer(response);
        }
    }
}
