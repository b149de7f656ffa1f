package org.claimsledger.desk.claim;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a claim. */
@Controller("claimDesk")
final class ClaimController {

    private final Visits visits;
    private final ClaimPages pages;

    ClaimController(Visits visits, ClaimPages pages) {
        this.visits = visits;
        this.pages = pages;
    }

    @GetMapping("/claims/{id}")
    ModelAndView claim(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visits.of(request, Versions.CLOCK, Versions.FROM, Versions.TO, "after");
        visit.compareAt("/claims/" + id + "/compare");
        ClaimAt claim = Found.require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> visit.seen()
                .claims()
                .claim(it, visit.at().moment()));
        ClaimPage page = pages.of(claim, visit);
        return visit.page(
                        "desk/claim",
                        page.line().subject().text() + ": " + page.line().predicate() + " "
                                + page.line().value().text())
                .addObject("claim", page);
    }
}
