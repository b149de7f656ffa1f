package org.claimsledger.desk.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.source.SourceListRow;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.subject.Subject;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finds things to choose from while somebody fills in a form. It always reads now. */
@Controller
final class LookupController {

    private static final int MOST = 8;
    private static final int LONGEST = 200;

    private final PageRequestReader pageRequests;

    LookupController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    /**
     * A thing to choose.
     *
     * @param about tells it from others of the same name
     */
    public record LookupRow(String id, String name, String about) {}

    @GetMapping("/find/subjects")
    ModelAndView subjects(HttpServletRequest request) {
        String text = searchText(request);
        PageRequest pageRequest = pageRequests.forAction(request, "/");
        long asOf = pageRequest.position();
        return page(
                request,
                "subject",
                text.isEmpty()
                        ? List.of()
                        : pageRequest.readModel().search().subjects(text, null, asOf, 0, MOST).items().stream()
                                .map(it ->
                                        row(it.subject().subject(), it.match().name()))
                                .toList());
    }

    private static LookupRow row(Subject subject, String name) {
        String own = subject.details().name();
        return new LookupRow(
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
        String text = searchText(request);
        PageRequest pageRequest = pageRequests.forAction(request, "/");
        return page(
                request,
                "source",
                text.isEmpty()
                        ? List.of()
                        : pageRequest
                                .readModel()
                                .search()
                                .sources(text, null, pageRequest.position(), 0, MOST)
                                .items()
                                .stream()
                                .map(it -> row(it.source(), pageRequest))
                                .toList());
    }

    private static LookupRow row(SourceAt source, PageRequest pageRequest) {
        SourceListRow row = SourceListRow.of(source, pageRequest.links());
        String id = source.source().id().value();
        return new LookupRow(
                id,
                row.title(),
                Stream.of(row.publisher(), row.published(), row.retracted() ? "retracted by its publisher" : null, id)
                        .filter(it -> it != null)
                        .collect(Collectors.joining(", ")));
    }

    @GetMapping("/find/claims")
    ModelAndView claims(HttpServletRequest request) {
        String text = searchText(request);
        PageRequest pageRequest = pageRequests.forAction(request, "/");
        ClaimListRows rows = new ClaimListRows(pageRequest);
        return page(
                request,
                "claim",
                text.isEmpty()
                        ? List.of()
                        : pageRequest
                                .readModel()
                                .search()
                                .claims(
                                        text,
                                        ClaimFilter.ALL,
                                        pageRequest.viewpoint().point(),
                                        0,
                                        MOST)
                                .items()
                                .stream()
                                .map(it -> row(rows.of(it.claim().state())))
                                .toList());
    }

    private static LookupRow row(ClaimListRow claim) {
        return new LookupRow(
                claim.id(), claim.sentence(), claim.mark().word() + ", " + claim.when() + ", " + claim.id());
    }

    /** The meaning of a date, or why the text is none. */
    @GetMapping("/find/date")
    ModelAndView date(HttpServletRequest request) {
        String text = request.getParameterMap().keySet().stream()
                .filter(it -> !it.equals("id"))
                .map(FormInput.of(request)::text)
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

    private static String searchText(HttpServletRequest request) {
        String name = request.getParameter("name");
        String text = FormInput.of(request).text((name == null ? "" : name) + ".find");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static ModelAndView page(HttpServletRequest request, String kind, List<LookupRow> rows) {
        String name = FormInput.of(request).text("name");
        return new ModelAndView("desk/found :: choices")
                .addObject("found", rows)
                .addObject("name", name)
                .addObject("thing", kind)
                .addObject("sought", !searchText(request).isEmpty())
                .addObject("id", name.replace('/', '-'))
                .addObject("things", Phrases.plural(kind));
    }
}
