package org.claimsledger.desk.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.bestknown.Status;
import org.claimsledger.desk.page.Choice;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists of claims and of questions, narrowed down. */
@Controller
final class ClaimListController {

    private static final String STATUS = "status";
    private static final int SHOWN = 50;

    private final Visits visits;

    ClaimListController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping("/claims")
    ModelAndView claims(HttpServletRequest request) {
        Visit visit = visits.of(request, STATUS, "subject", "predicate", "source", "after");
        SubjectId subject = id(visit, "subject", SubjectId::new);
        ClaimFilter filter = new ClaimFilter(
                subject == null ? Set.of() : Set.of(subject),
                id(visit, "predicate", PredicateKey::new),
                id(visit, "source", SourceId::new),
                null,
                oneOf(visit, Status.values()));
        Page<ClaimAt> page = visit.seen().claims().page(filter, visit.at().moment(), visit.after(), SHOWN);
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("All", null, STATUS, visit));
        for (Status status : Status.values()) {
            Mark mark = Mark.of(status);
            choices.add(Choice.of(mark.word(), mark.word(), STATUS, visit));
        }
        return visit.page("desk/claims", "Claims")
                .addObject("choices", choices)
                .addObject("narrowed", narrowed(visit, filter))
                .addObject(
                        "lines",
                        new ClaimLines(
                                        names(visit),
                                        visit.to(),
                                        visit.at().viewpoint().day())
                                .of(page.items()))
                .addObject("more", visit.more(page));
    }

    @GetMapping("/questions")
    ModelAndView questions(HttpServletRequest request) {
        Visit visit = visits.of(request, STATUS, "after");
        QuestionFilter filter = new QuestionFilter(null, null, oneOf(visit, Standing.values()));
        Page<QuestionAt> page = visit.seen().answers().page(filter, visit.at().viewpoint(), visit.after(), SHOWN);
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("All", null, STATUS, visit));
        for (Standing standing : Standing.values()) {
            String word = standing.name().toLowerCase(Locale.ROOT);
            choices.add(Choice.of(word, word, STATUS, visit));
        }
        return visit.page("desk/questions", "Questions")
                .addObject("choices", choices)
                .addObject(
                        "questions",
                        new QuestionViews(
                                        names(visit),
                                        visit.to(),
                                        visit.at().viewpoint().day())
                                .of(page.items()))
                .addObject("more", visit.more(page));
    }

    private Names names(Visit visit) {
        return new Names(visit.seen().directory(), visit.at().position(), visit.to());
    }

    /** What the list is narrowed down to besides the status, in words. */
    private Map<String, String> narrowed(Visit visit, ClaimFilter filter) {
        Names names = names(visit);
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

    private static <T> @Nullable T id(Visit visit, String name, Function<String, T> id) {
        String text = visit.text(name);
        try {
            return text == null ? null : id.apply(text);
        } catch (Refused notAnId) {
            throw Refused.because(RefusalCode.INVALID_PARAMETER, name + " is an id");
        }
    }

    private static <E extends Enum<E>> @Nullable E oneOf(Visit visit, E[] options) {
        String text = visit.text(STATUS);
        if (text == null) {
            return null;
        }
        return Arrays.stream(options)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        RefusalCode.INVALID_PARAMETER,
                        STATUS + " is one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(options)
                                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                                .toList())));
    }
}
