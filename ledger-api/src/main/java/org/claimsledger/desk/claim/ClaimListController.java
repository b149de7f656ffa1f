package org.claimsledger.desk.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.desk.page.FilterLink;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists of claims and of questions, narrowed down. */
@Controller
final class ClaimListController {

    private static final String STATUS = "status";
    private static final int SHOWN = 50;

    private final PageRequestReader pageRequests;

    ClaimListController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    @GetMapping("/claims")
    ModelAndView claims(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, STATUS, "subject", "predicate", "source", PageRequest.AFTER);
        SubjectId subject = pageRequest.id("subject", SubjectId::new);
        ClaimFilter filter = new ClaimFilter(
                subject == null ? Set.of() : Set.of(subject),
                pageRequest.id("predicate", PredicateKey::new),
                pageRequest.id("source", SourceId::new),
                null,
                pageRequest.oneOf(STATUS, ClaimStatus.values()));
        Page<ClaimAt> page = pageRequest
                .readModel()
                .claims()
                .page(filter, pageRequest.viewpoint().point(), pageRequest.after(), SHOWN);
        List<FilterLink> filterLinks = new ArrayList<>();
        filterLinks.add(FilterLink.of("All", null, STATUS, pageRequest));
        for (ClaimStatus claimStatus : ClaimStatus.values()) {
            filterLinks.add(FilterLink.of(StatusMark.of(claimStatus), claimStatus, STATUS, pageRequest));
        }
        return pageRequest
                .page("desk/claims", "Claims")
                .addObject("choices", filterLinks)
                .addObject("narrowed", narrowed(pageRequest, filter))
                .addObject("lines", new ClaimListRows(pageRequest).of(page.items()))
                .addObject("more", pageRequest.more(page));
    }

    @GetMapping("/questions")
    ModelAndView questions(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, STATUS, PageRequest.AFTER);
        QuestionFilter filter = new QuestionFilter(null, null, pageRequest.oneOf(STATUS, QuestionStatus.values()));
        Page<QuestionAt> page = pageRequest
                .readModel()
                .answers()
                .page(filter, pageRequest.viewpoint().resolved(), pageRequest.after(), SHOWN);
        List<FilterLink> filterLinks = new ArrayList<>();
        filterLinks.add(FilterLink.of("All", null, STATUS, pageRequest));
        for (QuestionStatus questionStatus : QuestionStatus.values()) {
            filterLinks.add(FilterLink.of(StatusMark.of(questionStatus), questionStatus, STATUS, pageRequest));
        }
        return pageRequest
                .page("desk/questions", "Questions")
                .addObject("choices", filterLinks)
                .addObject("questions", new QuestionSummaries(pageRequest).of(page.items()))
                .addObject("more", pageRequest.more(page));
    }

    /** The filters besides the status, in words. */
    private static Map<String, String> narrowed(PageRequest pageRequest, ClaimFilter filter) {
        NameLookup names = pageRequest.names();
        Map<String, String> narrowed = new LinkedHashMap<>();
        filter.subjects().forEach(it -> narrowed.put("about", names.subject(it).text()));
        PredicateKey predicate = filter.predicate();
        if (predicate != null) {
            narrowed.put("saying", names.label(predicate));
        }
        SourceId source = filter.source();
        if (source != null) {
            narrowed.put("resting on", names.source(source).text());
        }
        return narrowed;
    }
}
