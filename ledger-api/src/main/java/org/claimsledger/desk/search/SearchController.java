package org.claimsledger.desk.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.source.SourceListRow;
import org.claimsledger.desk.subject.SubjectListRow;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.projection.search.Search.FieldMatch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Searches: a subject under any spelling, a claim by any of its words, or a source. */
@Controller
final class SearchController {

    private static final int MOST = 12;

    private final PageRequestReader pageRequests;

    SearchController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    /**
     * A thing that was found, as other lists show it, and where the words were.
     */
    public record SearchResultRow<T>(T row, List<SearchSnippet> snippets) {}

    @GetMapping("/search")
    ModelAndView search(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request, "q");
        String q = pageRequest.parameter("q");
        ModelAndView page = pageRequest
                .page("desk/search", q == null ? "Search" : "Search: " + q)
                .addObject("q", q == null ? "" : q);
        if (q != null) {
            pageRequests.requireSearchable(pageRequest);
            page.addObject("subjects", subjects(q, pageRequest))
                    .addObject("claims", claims(q, pageRequest))
                    .addObject("sources", sources(q, pageRequest));
        }
        return page;
    }

    private List<SearchResultRow<SubjectListRow>> subjects(String q, PageRequest pageRequest) {
        return pageRequest.readModel().search().subjects(q, null, pageRequest.position(), 0, MOST).items().stream()
                .map(it -> new SearchResultRow<>(
                        SubjectListRow.of(it.subject().subject(), pageRequest.links()),
                        List.of(new SearchSnippet(
                                Phrases.likeness(it.match().way()),
                                List.of(new SearchSnippet.SnippetPart(it.match().name(), true))))))
                .toList();
    }

    private List<SearchResultRow<ClaimListRow>> claims(String q, PageRequest pageRequest) {
        ClaimListRows rows = new ClaimListRows(pageRequest);
        List<ClaimHit> hits = pageRequest
                .readModel()
                .search()
                .claims(q, ClaimFilter.ALL, pageRequest.viewpoint().point(), 0, MOST)
                .items();
        return hits.stream()
                .map(it -> new SearchResultRow<>(rows.of(it.claim().state()), snippets(it.fields())))
                .toList();
    }

    private List<SearchResultRow<SourceListRow>> sources(String q, PageRequest pageRequest) {
        return pageRequest.readModel().search().sources(q, null, pageRequest.position(), 0, MOST).items().stream()
                .map(it -> new SearchResultRow<>(
                        SourceListRow.of(it.source(), pageRequest.links()), snippets(it.fields())))
                .toList();
    }

    /** One of each kind of text, because four such names of somebody tell no more than one. */
    private static List<SearchSnippet> snippets(List<FieldMatch> fields) {
        Set<String> seen = new HashSet<>();
        return fields.stream()
                .filter(it -> seen.add(it.field()))
                .map(SearchSnippet::of)
                .toList();
    }
}
