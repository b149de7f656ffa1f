package org.claimsledger.desk.claim;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a claim. */
@Controller("claimDesk")
final class ClaimPageController {

    private final PageRequestReader pageRequests;
    private final ClaimPageBuilder pages;

    ClaimPageController(PageRequestReader pageRequestReader, ClaimPageBuilder pages) {
        this.pageRequests = pageRequestReader;
        this.pages = pages;
    }

    @GetMapping("/claims/{id}")
    ModelAndView claim(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(
                request,
                VersionComparisonReader.CLOCK,
                VersionComparisonReader.FROM,
                VersionComparisonReader.TO,
                "after");
        pageRequest.compareAt("/claims/" + id + "/compare");
        ClaimAt claim = PathResource.require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> pageRequest
                .readModel()
                .claims()
                .claim(it, pageRequest.viewpoint().point()));
        ClaimPage page = pages.of(claim, pageRequest);
        return pageRequest
                .page(
                        "desk/claim",
                        page.line().subject().text() + ": " + page.line().predicate() + " "
                                + page.line().value().text())
                .addObject("claim", page);
    }
}
