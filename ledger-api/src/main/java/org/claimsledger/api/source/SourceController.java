package org.claimsledger.api.source;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.claim.ClaimView;
import org.claimsledger.api.claim.ClaimViews;
import org.claimsledger.api.history.HistoryView;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.source.SourceKind;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sources: registering and amending them, their publishers' notices, and what rests on them. */
@RestController
@RequestMapping(SourceController.SOURCES)
final class SourceController {

    static final String SOURCES = "/api/v1/sources";

    private static final String SOURCE = "source";

    private final Writes writes;
    private final Seeing seeing;
    private final Viewpoints viewpoints;

    SourceController(Writes writes, Seeing seeing, Viewpoints viewpoints) {
        this.writes = writes;
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @Needs(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> register(HttpServletRequest body) throws IOException {
        return writes.create("register_source", body, SOURCES, id -> seeing.by(body)
                .directory()
                .nameOf(new SourceId(id))
                .value());
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/protection")
    ResponseEntity<Object> protect(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("protect_source", body, Map.of(SOURCE, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/disclosure")
    ResponseEntity<Object> disclose(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("disclose_source", body, Map.of(SOURCE, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/amendments")
    ResponseEntity<Object> amend(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("amend_source", body, Map.of(SOURCE, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/notices")
    ResponseEntity<Object> notice(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("notice_source", body, Map.of(SOURCE, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/retraction")
    ResponseEntity<Object> retract(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("retract_source", body, Map.of(SOURCE, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/reinstatement")
    ResponseEntity<Object> reinstate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("reinstate_source", body, Map.of(SOURCE, id), null);
    }

    /** All of them, or those with these words. */
    @GetMapping
    Paged<SourceView> list(HttpServletRequest request) {
        Listing listing = Listing.searched(request, viewpoints, "q", "kind");
        SourceKind kind = listing.query().oneOf("kind", SourceKind.values());
        String q = listing.query().text("q");
        if (q != null) {
            return listing.paged(
                    seeing.by(request).search().sources(q, kind, listing.position(), listing.after(), listing.limit()),
                    hits -> hits.stream().map(SourceView::of).toList());
        }
        return listing.paged(
                seeing.by(request).directory().sources(kind, listing.position(), listing.after(), listing.limit()),
                items -> items.stream().map(at -> SourceView.of(at, null)).toList());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id, HttpServletRequest request) {
        Viewpoint viewpoint = viewpoints.of(request);
        return SourceView.of(require(id, viewpoint.position(), seeing.by(request)), ViewpointView.of(viewpoint));
    }

    /** The claims that rest on it: by evidence, attribution or as the basis of a decision, withdrawn or not. */
    @GetMapping("/{id}/claims")
    Paged<ClaimView> claims(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints);
        Seen seen = seeing.by(request);
        SourceId source = require(id, listing.position(), seen).source().id();
        return listing.paged(
                seen.claims()
                        .page(
                                ClaimFilter.restingOn(source),
                                Moment.of(listing.viewpoint()),
                                listing.after(),
                                listing.limit()),
                items -> new ClaimViews(seen).all(items, listing.viewpoint()));
    }

    @GetMapping("/{id}/history")
    Paged<HistoryView> history(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints);
        Seen seen = seeing.by(request);
        SourceId source = require(id, listing.position(), seen).source().id();
        return listing.paged(
                seen.audit().ofSource(source, listing.position(), listing.after(), listing.limit()), HistoryView::of);
    }

    private static SourceAt require(String id, long position, Seen seen) {
        return Found.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> seen.directory()
                .source(it, position));
    }
}
