package org.claimsledger.desk.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.bestknown.Status;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.claim.QuestionViews;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.front.RecentChanges.Changed;
import org.claimsledger.desk.history.ChangeLine;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.FilingAt;
import org.claimsledger.projection.versions.FilingFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page: search, and what deserves a look. */
@Controller
final class FrontController {

    private static final int MOST = 8;
    private static final int SHOWN_CHANGES = 3;

    private static final ClaimFilter UNSUPPORTED = new ClaimFilter(Set.of(), null, null, null, Status.UNSUPPORTED);
    private static final QuestionFilter DISPUTED = new QuestionFilter(null, null, Standing.DISPUTED);

    private final Visits visits;
    private final RecentChanges recent;

    FrontController(Visits visits, RecentChanges recent) {
        this.visits = visits;
        this.recent = recent;
    }

    @GetMapping("/")
    ModelAndView front(HttpServletRequest request) {
        Visit visit = visits.of(request);
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        var day = visit.at().viewpoint().day();
        ClaimLines lines = new ClaimLines(names, visit.to(), day);
        if (visit.at().head() > 1) {
            visit.ticks()
                    .preset(
                            "Before the last change",
                            Clock.RECORDED,
                            "@" + (visit.at().head() - 1));
        }
        return visit.page("desk/front", "Front page")
                .addObject("changed", changed(visit, names, lines))
                .addObject(
                        "weekBefore",
                        visit.to().to("/compare", Clock.RECORDED.parameter(), "@" + recent.weekBefore(visit.at())))
                .addObject(
                        "disputed",
                        new QuestionViews(names, visit.to(), day)
                                .of(visit.seen()
                                        .answers()
                                        .page(DISPUTED, visit.at().viewpoint(), 0, MOST)
                                        .items()))
                .addObject(
                        "waiting",
                        lines.of(
                                visit.reader().mayDecide()
                                        ? visit
                                                .seen()
                                                .filings()
                                                .page(
                                                        FilingFilter.ALL,
                                                        visit.at().moment(),
                                                        0,
                                                        MOST)
                                                .items()
                                                .stream()
                                                .map(FilingAt::claim)
                                                .distinct()
                                                .toList()
                                        : List.of()))
                .addObject(
                        "unsupported",
                        lines.of(visit.seen()
                                .claims()
                                .page(UNSUPPORTED, visit.at().moment(), 0, MOST)
                                .items()));
    }

    private List<ChangedLine> changed(Visit visit, Names names, ClaimLines lines) {
        ValueWords values = new ValueWords(names, visit.to());
        return recent.of(visit.at(), visit.seen().claims(), MOST).stream()
                .map(it -> line(it, names, values, lines))
                .toList();
    }

    private static ChangedLine line(Changed changed, Names names, ValueWords values, ClaimLines lines) {
        var words =
                new ChangeWords(names, values, changed.after().claim().content().predicate());
        boolean isNew = changed.before() == null;
        var changes = isNew ? List.<ChangeLine>of() : words.of(changed.changes());
        return new ChangedLine(
                lines.of(changed.after()),
                isNew,
                changes.stream().limit(SHOWN_CHANGES).toList(),
                Math.max(0, changes.size() - SHOWN_CHANGES));
    }
}
