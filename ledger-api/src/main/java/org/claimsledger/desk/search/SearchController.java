package org.claimsledger.desk.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.source.SourceLines;
import org.claimsledger.desk.subject.SubjectLines;
import org.claimsledger.desk.words.Names;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.versions.ClaimFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finds somebody, a claim or a source. */
@Controller
final class SearchController {

    private static final int MOST = 12;

    private final Visits visits;
    private final Projections projections;

    SearchController(Visits visits, Projections projections) {
        this.visits = visits;
        this.projections = projections;
    }

    @GetMapping("/search")
    ModelAndView search(HttpServletRequest request) {
        Visit visit = visits.of(request, "q");
        String q = visit.text("q");
        ModelAndView page =
                visit.page("desk/search", q == null ? "Search" : "Search: " + q).addObject("q", q == null ? "" : q);
        if (q != null) {
            long position = visit.at().position();
            Names names = new Names(projections.directory(), position, visit.to());
            var directory = projections.directory();
            page.addObject(
                            "subjects",
                            SubjectLines.of(
                                    directory.subjects(q, position, 0, MOST).items(), visit.to()))
                    .addObject("claims", claims(q, visit, names))
                    .addObject(
                            "sources",
                            SourceLines.of(
                                    directory.sources(q, position, 0, MOST).items(), visit.to()));
        }
        return page;
    }

    private List<ClaimLine> claims(String q, Visit visit, Names names) {
        ClaimFilter filter = new ClaimFilter(Set.of(), null, null, null, null, q);
        return new ClaimLines(names, visit.to(), visit.at().viewpoint().day())
                .of(projections
                        .claims()
                        .page(filter, visit.at().moment(), 0, MOST)
                        .items());
    }
}
