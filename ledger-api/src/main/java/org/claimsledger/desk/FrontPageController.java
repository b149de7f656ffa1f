package org.claimsledger.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.desk.RecentChanges.RecentChange;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.ChangeWords.ChangeRow;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.FilingQueries.FilingAt;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page: search, recent changes, disputes and lost support. */
@Controller
final class FrontPageController {

    private static final int ROWS = 8;
    private static final int SHOWN_CHANGES = 3;

    private static final ClaimFilter UNSUPPORTED = new ClaimFilter(Set.of(), null, null, null, ClaimStatus.UNSUPPORTED);
    private static final QuestionFilter DISPUTED = new QuestionFilter(null, null, QuestionStatus.DISPUTED);

    private final PageRequestReader pageRequests;
    private final RecentChanges recent;

    FrontPageController(PageRequestReader pageRequests, RecentChanges recent) {
        this.pageRequests = pageRequests;
        this.recent = recent;
    }

    /**
     * A claim that differs from a week before.
     *
     * @param isNew whether it was not there then
     * @param changes the first of its changes
     * @param more the number of the others
     */
    public record RecentChangeRow(ClaimListRow line, boolean isNew, List<ChangeRow> changes, int more) {}

    @GetMapping("/")
    ModelAndView front(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request);
        ClaimListRows rows = new ClaimListRows(pageRequest);
        pageRequest.changePoints().beforeLastChange(pageRequest.viewpoint().head());
        return pageRequest
                .page("desk/front", "Front page")
                .addObject("changed", changed(pageRequest, rows))
                .addObject(
                        "weekBefore",
                        pageRequest
                                .links()
                                .to(
                                        "/compare",
                                        ViewpointDate.RECORDED.parameter(),
                                        "@" + recent.weekBefore(pageRequest.viewpoint())))
                .addObject(
                        "disputed",
                        new QuestionSummaries(pageRequest)
                                .of(pageRequest
                                        .readModel()
                                        .answers()
                                        .page(DISPUTED, pageRequest.viewpoint().resolved(), 0, ROWS)
                                        .items()))
                .addObject("waiting", rows.of(waiting(pageRequest)))
                .addObject(
                        "unsupported",
                        rows.of(pageRequest
                                .readModel()
                                .claims()
                                .page(UNSUPPORTED, pageRequest.viewpoint().point(), 0, ROWS)
                                .items()));
    }

    private List<RecentChangeRow> changed(PageRequest pageRequest, ClaimListRows rows) {
        ValueWords values = new ValueWords(pageRequest.names(), pageRequest.links());
        return recent.of(pageRequest.viewpoint(), pageRequest.readModel().claims(), ROWS).stream()
                .map(it -> row(it, pageRequest.names(), values, rows))
                .toList();
    }

    private static RecentChangeRow row(RecentChange change, NameLookup names, ValueWords values, ClaimListRows rows) {
        ChangeWords words =
                new ChangeWords(names, values, change.after().claim().content().predicate());
        boolean isNew = change.before() == null;
        List<ChangeRow> changes = isNew ? List.of() : words.of(change.changes());
        return new RecentChangeRow(
                rows.of(change.after()),
                isNew,
                changes.stream().limit(SHOWN_CHANGES).toList(),
                Math.max(0, changes.size() - SHOWN_CHANGES));
    }

    private static List<ClaimAt> waiting(PageRequest pageRequest) {
        if (!pageRequest.user().mayDecide()) {
            return List.of();
        }
        return pageRequest
                .readModel()
                .filings()
                .page(FilingFilter.ALL, pageRequest.viewpoint().point(), 0, ROWS)
                .items()
                .stream()
                .map(FilingAt::claim)
                .distinct()
                .toList();
    }
}
