package org.claimsledger.desk.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.desk.compare.QuestionComparisons.QuestionComparison;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.page.ViewpointWords;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries.ClaimChange;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Compares the ledger, a claim or a subject from two viewpoints: that of the page, and a second one. */
@Controller
final class CompareController {

    private static final int SHOWN = 50;

    private final PageRequestReader pageRequests;

    CompareController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    @GetMapping("/compare")
    ModelAndView ledger(HttpServletRequest request) {
        PageRequest pageRequest = pageRequest(request);
        SecondViewpoint secondViewpoint = SecondViewpoint.of(pageRequest, pageRequests);
        ModelAndView page = page(pageRequest, secondViewpoint, "desk/compare", "What changed");
        PageViewpoint to = secondViewpoint.viewpoint();
        if (to != null) {
            ClaimComparisons claimComparisons =
                    new ClaimComparisons(pageRequest.readModel().registry(), pageRequest.viewpoint(), to);
            Page<ClaimChange> changes = pageRequest
                    .readModel()
                    .claims()
                    .changed(pageRequest.viewpoint().point(), to.point(), pageRequest.after(), SHOWN);
            page.addObject(
                            "pairs",
                            changes.items().stream()
                                    .map(it -> claimComparisons.of(it.before(), it.after()))
                                    .filter(it -> it.before() == null || it.after() == null || !it.isAlike())
                                    .toList())
                    .addObject("more", pageRequest.more(changes));
        }
        return page;
    }

    @GetMapping("/claims/{id}/compare")
    ModelAndView claim(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequest(request);
        SecondViewpoint secondViewpoint = SecondViewpoint.of(pageRequest, pageRequests);
        Optional<ClaimAt> before = find(id, pageRequest.viewpoint(), pageRequest);
        PageViewpoint to = secondViewpoint.viewpoint();
        Optional<ClaimAt> after = to == null ? Optional.empty() : find(id, to, pageRequest);
        if (before.isEmpty() && after.isEmpty() && to != null) {
            throw Refused.because(RefusalCode.CLAIM_UNKNOWN, "The claim is not there from either viewpoint");
        }
        ModelAndView page = page(pageRequest, secondViewpoint, "desk/compareclaim", "A claim from two viewpoints");
        if (to != null) {
            page.addObject(
                    "pair",
                    new ClaimComparisons(pageRequest.readModel().registry(), pageRequest.viewpoint(), to)
                            .of(before.orElse(null), after.orElse(null)));
        }
        return page;
    }

    @GetMapping("/subjects/{id}/compare")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequest(request);
        SecondViewpoint secondViewpoint = SecondViewpoint.of(pageRequest, pageRequests);
        PageViewpoint to = secondViewpoint.viewpoint();
        long position = to == null
                ? pageRequest.viewpoint().position()
                : Math.max(pageRequest.viewpoint().position(), to.position());
        SubjectAt subject =
                PathResource.subject(id, position, pageRequest.readModel().registry());
        String name = subject.subject().details().name();
        ModelAndView page = page(pageRequest, secondViewpoint, "desk/comparesubject", name + " from two viewpoints")
                .addObject("name", name)
                .addObject("href", pageRequest.links().subject(id));
        if (to != null) {
            List<QuestionComparison> pairs = new QuestionComparisons(pageRequest.readModel())
                    .of(subject.subject().id(), pageRequest.viewpoint(), to);
            page.addObject("changed", pairs.stream().filter(it -> !it.alike()).toList())
                    .addObject(
                            "alike",
                            pairs.stream().filter(QuestionComparison::alike).toList());
        }
        return page;
    }

    private PageRequest pageRequest(HttpServletRequest request) {
        List<String> parameters = new ArrayList<>(SecondViewpoint.PARAMETERS);
        parameters.add(PageRequest.AFTER);
        PageRequest pageRequest = pageRequests.of(request, parameters.toArray(String[]::new));
        pageRequest.compareAt(pageRequest.path());
        return pageRequest;
    }

    private static Optional<ClaimAt> find(String id, PageViewpoint viewpoint, PageRequest pageRequest) {
        try {
            return pageRequest.readModel().claims().claim(new ClaimId(id), viewpoint.point());
        } catch (Refused notAnId) {
            return Optional.empty();
        }
    }

    private static ModelAndView page(
            PageRequest pageRequest, SecondViewpoint secondViewpoint, String view, String title) {
        PageViewpoint to = secondViewpoint.viewpoint();
        Map<String, String> kept =
                new LinkedHashMap<>(pageRequest.viewpoint().requested().parameters());
        return pageRequest
                .page(view, title)
                .addObject("from", ViewpointWords.brief(pageRequest.viewpoint()))
                .addObject("until", to == null ? null : ViewpointWords.brief(to))
                .addObject("fields", secondViewpoint.fields())
                .addObject("kept", kept)
                .addObject("path", pageRequest.path());
    }
}
