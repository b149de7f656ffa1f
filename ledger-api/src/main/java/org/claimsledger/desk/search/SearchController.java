package org.claimsledger.desk.search;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
import org.claimsledger.desk.source.SourceLine;
import org.claimsledger.desk.source.SourceLines;
import org.claimsledger.desk.subject.SubjectLine;
import org.claimsledger.desk.subject.SubjectLines;
import org.claimsledger.desk.words.NameWords;
import org.claimsledger.desk.words.Names;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.search.ClaimHit;
import org.claimsledger.projection.search.FieldMatch;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finds somebody under any spelling, a claim by any of its words, or a source. */
@Controller
final class SearchController {

    private static final int MOST = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Visits visits;
    private final Projections projections;

    SearchController(Visits visits, Projections projections) {
        this.visits = visits;
        this.projections = projections;
    }

    @GetMapping("/search")
    ModelAndView search(HttpServletRequest request) {
        Visit visit = visits.of(request, "q");
        String q = visit.text("q");
        ModelAndView page =
                visit.page("desk/search", q == null ? "Search" : "Search: " + q).addObject("q", q == null ? "" : q);
        if (q != null) {
            requireSearchable(visit.at().position());
            page.addObject("subjects", subjects(q, visit))
                    .addObject("claims", claims(q, visit))
                    .addObject("sources", sources(q, visit));
        }
        return page;
    }

    private List<Hit<SubjectLine>> subjects(String q, Visit visit) {
        return visit.seen().search().subjects(q, null, visit.at().position(), 0, MOST).items().stream()
                .map(it -> new Hit<>(
                        SubjectLines.of(it.subject().subject(), visit.to()),
                        List.of(new Passage(
                                NameWords.of(it.match().way()),
                                List.of(new Passage.Part(it.match().name(), true))))))
                .toList();
    }

    private List<Hit<ClaimLine>> claims(String q, Visit visit) {
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        ClaimLines lines =
                new ClaimLines(names, visit.to(), visit.at().viewpoint().day());
        List<ClaimHit> hits = visit.seen()
                .search()
                .claims(q, ClaimFilter.ALL, visit.at().moment(), 0, MOST)
                .items();
        return hits.stream()
                .map(it -> new Hit<>(lines.of(it.claim().state()), passages(it.fields())))
                .toList();
    }

    private List<Hit<SourceLine>> sources(String q, Visit visit) {
        return visit.seen().search().sources(q, null, visit.at().position(), 0, MOST).items().stream()
                .map(it -> new Hit<>(SourceLines.of(it.source(), visit.to()), passages(it.fields())))
                .toList();
    }

    /** One of each kind of text: that somebody goes by four such names says no more than one. */
    private static List<Passage> passages(List<FieldMatch> fields) {
        Set<String> seen = new HashSet<>();
        return fields.stream()
                .filter(it -> seen.add(it.field()))
                .map(Passage::of)
                .toList();
    }

    private void requireSearchable(long position) {
        try {
            if (projections.awaitShown(position, PATIENCE)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(
                RefusalCode.NOT_READY, "Nothing can be searched for at the moment; everything else can be read");
    }
}
