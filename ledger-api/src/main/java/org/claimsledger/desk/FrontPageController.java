package org.claimsledger.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.desk.RecentChanges.RecentChange;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.ChangeRow;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.FilingAt;
import org.claimsledger.projection.claims.FilingFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page: search, and what deserves a look. */
@Controller
final class FrontPageController {

    private static final int ROWS = 8;
    private static final int SHOWN_CHANGES = 3;

    private static final ClaimFilter UNSUPPORTED = new ClaimFilter(Set.of(), null, null, null, ClaimStatus.UNSUPPORTED);
    private static final QuestionFilter DISPUTED = new QuestionFilter(null, null, QuestionStatus.DISPUTED);

    private final PageRequestReader pageRequests;
    private final RecentChanges recent;

    FrontPageController(PageRequestReader pageRequestReader, RecentChanges recent) {
        this.pageRequests = pageRequestReader;
        this.recent = recent;
    }

    @GetMapping("/")
    ModelAndView front(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request);
        NameLookup nameLookup = new NameLookup(
                pageRequest.readModel().registry(), pageRequest.viewpoint().position(), pageRequest.links());
        var day = pageRequest.viewpoint().resolved().day();
        ClaimListRows lines = new ClaimListRows(nameLookup, pageRequest.links(), day);
        if (pageRequest.viewpoint().head() > 1) {
            pageRequest
                    .changePoints()
                    .preset(
                            "Before the last change",
                            ViewpointDate.RECORDED,
                            "@" + (pageRequest.viewpoint().head() - 1));
        }
        return pageRequest
                .page("desk/front", "Front page")
                .addObject("changed", changed(pageRequest, nameLookup, lines))
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
                        new QuestionSummaries(nameLookup, pageRequest.links(), day)
                                .of(pageRequest
                                        .readModel()
                                        .answers()
                                        .page(DISPUTED, pageRequest.viewpoint().resolved(), 0, ROWS)
                                        .items()))
                .addObject(
                        "waiting",
                        lines.of(
                                pageRequest.user().mayDecide()
                                        ? pageRequest
                                                .readModel()
                                                .filings()
                                                .page(
                                                        FilingFilter.ALL,
                                                        pageRequest.viewpoint().point(),
                                                        0,
                                                        ROWS)
                                                .items()
                                                .stream()
                                                .map(FilingAt::claim)
                                                .distinct()
                                                .toList()
                                        : List.of()))
                .addObject(
                        "unsupported",
                        lines.of(pageRequest
                                .readModel()
                                .claims()
                                .page(UNSUPPORTED, pageRequest.viewpoint().point(), 0, ROWS)
                                .items()));
    }

    private List<RecentChangeRow> changed(PageRequest pageRequest, NameLookup nameLookup, ClaimListRows lines) {
        ValueWords values = new ValueWords(nameLookup, pageRequest.links());
        return recent.of(pageRequest.viewpoint(), pageRequest.readModel().claims(), ROWS).stream()
                .map(it -> line(it, nameLookup, values, lines))
                .toList();
    }

    private static RecentChangeRow line(
            RecentChange recentChange, NameLookup nameLookup, ValueWords values, ClaimListRows lines) {
        var words = new ChangeWords(
                nameLookup, values, recentChange.after().claim().content().predicate());
        boolean isNew = recentChange.before() == null;
        var changes = isNew ? List.<ChangeRow>of() : words.of(recentChange.changes());
        return new RecentChangeRow(
                lines.of(recentChange.after()),
                isNew,
                changes.stream().limit(SHOWN_CHANGES).toList(),
                Math.max(0, changes.size() - SHOWN_CHANGES));
    }
}
