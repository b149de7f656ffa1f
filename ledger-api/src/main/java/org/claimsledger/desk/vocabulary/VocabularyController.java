package org.claimsledger.desk.vocabulary;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.PredicateWords;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.PredicateAt;
import org.claimsledger.projection.table.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of all predicates, with what each takes. */
@Controller
final class VocabularyController {

    private static final int SHOWN = 200;

    private final Visits visits;

    VocabularyController(Visits visits) {
        this.visits = visits;
    }

    /** A word, as a line. */
    public record WordLine(String key, String label, String takes, String claims) {

        private static WordLine of(Predicate predicate, Visit visit) {
            String key = predicate.key().value();
            return new WordLine(
                    key,
                    predicate.label(),
                    PredicateWords.of(predicate),
                    visit.to().to("/claims", "predicate", key));
        }
    }

    @GetMapping("/predicates")
    ModelAndView words(HttpServletRequest request) {
        Visit visit = visits.of(request, "after");
        Page<PredicateAt> page =
                visit.seen().directory().predicates(null, visit.at().position(), visit.after(), SHOWN);
        return visit.page("desk/predicates", "Vocabulary")
                .addObject(
                        "words",
                        page.items().stream()
                                .map(it -> WordLine.of(it.predicate(), visit))
                                .toList())
                .addObject("more", visit.more(page));
    }
}
