package org.claimsledger.desk.find;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.source.SourceLine;
import org.claimsledger.desk.source.SourceLines;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.subject.Subject;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InvalidEdtf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Parts of a form, found while somebody types. They are always of now. */
@Controller
final class FindController {

    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private final Visits visits;

    FindController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping("/find/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        String sought = sought(request);
        Visit visit = visits.acting(request, "/");
        long asOf = visit.at().position();
        return page(
                request,
                "subject",
                sought.isEmpty()
                        ? List.of()
                        : visit.seen().search().subjects(sought, null, asOf, 0, MOST).items().stream()
                                .map(it ->
                                        found(it.subject().subject(), it.match().name()))
                                .toList());
    }

    private static Found found(Subject subject, String name) {
        String own = subject.details().name();
        return new Found(
                subject.id().value(),
                own,
                Stream.of(
                                subject.details().kind().name().toLowerCase(Locale.ROOT),
                                name.equals(own) ? "" : "also " + name,
                                subject.id().value())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    @GetMapping("/find/sources")
    ModelAndView sources(HttpServletRequest request) {
        String sought = sought(request);
        Visit visit = visits.acting(request, "/");
        return page(
                request,
                "source",
                sought.isEmpty()
                        ? List.of()
                        : visit.seen().search().sources(sought, null, visit.at().position(), 0, MOST).items().stream()
                                .map(it -> found(it.source(), visit))
                                .toList());
    }

    private static Found found(SourceAt source, Visit visit) {
        SourceLine line = SourceLines.of(source, visit.to());
        String id = source.source().id().value();
        return new Found(
                id,
                line.title(),
                Stream.of(line.publisher(), line.published(), line.fallen() ? "retracted by its publisher" : null, id)
                        .filter(it -> it != null)
                        .collect(Collectors.joining(", ")));
    }

    @GetMapping("/find/claims")
    ModelAndView claims(HttpServletRequest request) {
        String sought = sought(request);
        Visit visit = visits.acting(request, "/");
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        ClaimLines lines =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().day());
        return page(
                request,
                "claim",
                sought.isEmpty()
                        ? List.of()
                        : visit
                                .seen()
                                .search()
                                .claims(sought, ClaimFilter.ALL, visit.at().moment(), 0, MOST)
                                .items()
                                .stream()
                                .map(it -> found(lines.of(it.claim().state())))
                                .toList());
    }

    private static Found found(ClaimLine line) {
        String made = line.subject().text() + ": " + line.predicate() + " "
                + line.value().text();
        return new Found(
                line.id(),
                line.statement() == null ? made : line.statement(),
                line.mark().word() + ", " + line.when() + ", " + line.id());
    }

    /** What a date means, or why it is none. */
    @GetMapping("/find/date")
    ModelAndView date(HttpServletRequest request) {
        String text = request.getParameterMap().keySet().stream()
                .filter(it -> !it.equals("id"))
                .map(Typed.of(request)::text)
                .findFirst()
                .orElse("");
        return new ModelAndView("desk/found :: date").addObject("words", text.isEmpty() ? "" : words(text));
    }

    private static String words(String text) {
        try {
            return DateInWords.sentence(Edtf.parse(text));
        } catch (InvalidEdtf invalid) {
            return "Not a date yet: " + invalid.getMessage() + ".";
        }
    }

    private static String sought(HttpServletRequest request) {
        String name = request.getParameter("name");
        String text = Typed.of(request).text((name == null ? "" : name) + ".find");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static ModelAndView page(HttpServletRequest request, String thing, List<Found> found) {
        String name = Typed.of(request).text("name");
        return new ModelAndView("desk/found :: choices")
                .addObject("found", found)
                .addObject("name", name)
                .addObject("thing", thing)
                .addObject("sought", !sought(request).isEmpty())
                .addObject("id", name.replace('/', '-'))
                .addObject("things", Words.plural(thing));
    }
}
