package org.claimsledger.desk.source;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a source, what its retraction would change, and the list of all. */
@Controller("sourceDesk")
final class SourceController {

    private static final int SHOWN = 100;

    private final Visits visits;
    private final SourcePages pages;
    private final RetractionPages retractions;

    SourceController(Visits visits, SourcePages pages, RetractionPages retractions) {
        this.visits = visits;
        this.pages = pages;
        this.retractions = retractions;
    }

    @GetMapping("/sources/{id}")
    ModelAndView source(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request, "after", "historyAfter");
        SourcePage page = pages.of(require(id, visit), visit);
        return visit.page("desk/source", page.title()).addObject("source", page);
    }

    @GetMapping("/sources/{id}/retraction")
    ModelAndView retraction(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request);
        RetractionPage page = retractions.of(require(id, visit), visit);
        return visit.page("desk/retraction", "If it were retracted: " + page.title())
                .addObject("retraction", page);
    }

    @GetMapping("/sources")
    ModelAndView sources(HttpServletRequest request) {
        Visit visit = visits.of(request, "after");
        Page<SourceAt> page = visit.seen().directory().sources(null, visit.at().position(), visit.after(), SHOWN);
        return visit.page("desk/sources", "Sources")
                .addObject("lines", SourceLines.of(page.items(), visit.to()))
                .addObject("more", visit.more(page));
    }

    private SourceAt require(String id, Visit visit) {
        return Found.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> visit.seen()
                .directory()
                .source(it, visit.at().position()));
    }
}
