package org.claimsledger.desk.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.clock.StandpointWords;
import org.claimsledger.desk.clock.Standpoints;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimChange;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The ledger, a claim or a subject from two viewpoints: the one of the page, and a second one. */
@Controller
final class CompareController {

    private static final int SHOWN = 50;

    private final Visits visits;
    private final Standpoints standpoints;

    CompareController(Visits visits, Standpoints standpoints) {
        this.visits = visits;
        this.standpoints = standpoints;
    }

    @GetMapping("/compare")
    ModelAndView ledger(HttpServletRequest request) {
        Visit visit = visit(request);
        Other other = Other.of(visit, standpoints);
        ModelAndView page = page(visit, other, "desk/compare", "What changed");
        Standpoint to = other.at();
        if (to != null) {
            Pairs pairs = new Pairs(visit.seen().directory(), visit.at(), to);
            Page<ClaimChange> changes =
                    visit.seen().claims().changed(visit.at().moment(), to.moment(), visit.after(), SHOWN);
            page.addObject(
                            "pairs",
                            changes.items().stream()
                                    .map(it -> pairs.of(it.before(), it.after()))
                                    .filter(it -> it.before() == null || it.after() == null || !it.isAlike())
                                    .toList())
                    .addObject("more", visit.more(changes));
        }
        return page;
    }

    @GetMapping("/claims/{id}/compare")
    ModelAndView claim(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visit(request);
        Other other = Other.of(visit, standpoints);
        Optional<ClaimAt> before = find(id, visit.at(), visit);
        Standpoint to = other.at();
        Optional<ClaimAt> after = to == null ? Optional.empty() : find(id, to, visit);
        if (before.isEmpty() && after.isEmpty() && to != null) {
            throw Refused.because(RefusalCode.CLAIM_UNKNOWN, "The claim is not there from either viewpoint");
        }
        ModelAndView page = page(visit, other, "desk/compareclaim", "A claim from two viewpoints");
        if (to != null) {
            page.addObject(
                    "pair",
                    new Pairs(visit.seen().directory(), visit.at(), to).of(before.orElse(null), after.orElse(null)));
        }
        return page;
    }

    @GetMapping("/subjects/{id}/compare")
    ModelAndView subject(@PathVariable String id, HttpServletRequest request) {
        Visit visit = visit(request);
        Other other = Other.of(visit, standpoints);
        Standpoint to = other.at();
        long position = to == null ? visit.at().position() : Math.max(visit.at().position(), to.position());
        SubjectAt subject = Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> visit.seen()
                .directory()
                .subject(it, position));
        String name = subject.subject().details().name();
        ModelAndView page = page(visit, other, "desk/comparesubject", name + " from two viewpoints")
                .addObject("name", name)
                .addObject("href", visit.to().subject(id));
        if (to != null) {
            List<QuestionPair> pairs =
                    new QuestionPairs(visit.seen()).of(subject.subject().id(), visit.at(), to);
            page.addObject("changed", pairs.stream().filter(it -> !it.alike()).toList())
                    .addObject(
                            "alike", pairs.stream().filter(QuestionPair::alike).toList());
        }
        return page;
    }

    private Visit visit(HttpServletRequest request) {
        List<String> known = new ArrayList<>(Other.PARAMETERS);
        known.add("after");
        Visit visit = visits.of(request, known.toArray(String[]::new));
        visit.compareAt(visit.path());
        return visit;
    }

    private static Optional<ClaimAt> find(String id, Standpoint at, Visit visit) {
        try {
            return visit.seen().claims().claim(new ClaimId(id), at.moment());
        } catch (Refused notAnId) {
            return Optional.empty();
        }
    }

    private static ModelAndView page(Visit visit, Other other, String view, String title) {
        Standpoint to = other.at();
        Map<String, String> kept = new LinkedHashMap<>(visit.at().asked().parameters());
        return visit.page(view, title)
                .addObject("from", StandpointWords.brief(visit.at()))
                .addObject("until", to == null ? null : StandpointWords.brief(to))
                .addObject("fields", other.fields())
                .addObject("kept", kept)
                .addObject("path", visit.path());
    }
}
