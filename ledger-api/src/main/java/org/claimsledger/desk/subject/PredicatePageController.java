package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.PredicateWords;
import org.claimsledger.event.Predicate;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.projection.table.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of all predicates with their definitions. */
@Controller
final class PredicatePageController {

    private static final int SHOWN = 200;

    private final PageRequestReader pageRequests;

    PredicatePageController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    /** A predicate in the list. */
    public record PredicateListRow(String key, String label, String description, String claims) {

        private static PredicateListRow of(Predicate predicate, PageRequest pageRequest) {
            String key = predicate.key().value();
            return new PredicateListRow(
                    key,
                    predicate.label(),
                    PredicateWords.of(predicate),
                    pageRequest.links().to("/claims", "predicate", key));
        }
    }

    @GetMapping("/predicates")
    ModelAndView predicates(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, PageRequest.AFTER);
        Page<PredicateAt> page =
                pageRequest.readModel().registry().predicates(null, pageRequest.position(), pageRequest.after(), SHOWN);
        return pageRequest
                .page("desk/predicates", "Vocabulary")
                .addObject(
                        "words",
                        page.items().stream()
                                .map(it -> PredicateListRow.of(it.predicate(), pageRequest))
                                .toList())
                .addObject("more", pageRequest.more(page));
    }
}
