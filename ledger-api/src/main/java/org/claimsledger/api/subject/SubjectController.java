package org.claimsledger.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.history.HistoryView;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subjects: registering and naming them, comparing them, saying that two are one, and taking that back. */
@RestController
@RequestMapping(SubjectController.SUBJECTS)
final class SubjectController {

    static final String SUBJECTS = "/api/v1/subjects";

    private static final String SUBJECT = "subject";

    private final Writes writes;
    private final Seeing seeing;
    private final Viewpoints viewpoints;

    SubjectController(Writes writes, Seeing seeing, Viewpoints viewpoints) {
        this.writes = writes;
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @Needs(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> register(HttpServletRequest body) throws IOException {
        return writes.create("register_subject", body, SUBJECTS);
    }

    @Needs(Role.REPORTER)
    @PostMapping("/{id}/names")
    ResponseEntity<Object> name(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("name_subject", body, Map.of(SUBJECT, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/merge")
    ResponseEntity<Object> merge(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("merge_subjects", body, Map.of(SUBJECT, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/split")
    ResponseEntity<Object> split(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("split_subjects", body, Map.of(SUBJECT, id), null);
    }

    @Needs(Role.EDITOR)
    @PostMapping("/{id}/comparisons")
    ResponseEntity<Object> compare(@PathVariable String id, HttpServletRequest body) throws IOException {
        return writes.change("compare_subjects", body, Map.of(SUBJECT, id), null);
    }

    /** All of them, or those that go by a name like this one. */
    @GetMapping
    Paged<SubjectView> list(HttpServletRequest request) {
        Listing listing = Listing.searched(request, viewpoints, "q", "kind");
        SubjectKind kind = listing.query().oneOf("kind", SubjectKind.values());
        String q = listing.query().text("q");
        if (q != null) {
            return listing.paged(
                    seeing.by(request).search().subjects(q, kind, listing.position(), listing.after(), listing.limit()),
                    hits -> hits.stream().map(SubjectView::of).toList());
        }
        return listing.paged(
                seeing.by(request).directory().subjects(kind, listing.position(), listing.after(), listing.limit()),
                items -> items.stream().map(at -> SubjectView.of(at, null)).toList());
    }

    @GetMapping("/{id}")
    SubjectView one(@PathVariable String id, HttpServletRequest request) {
        Viewpoint viewpoint = viewpoints.of(request);
        return SubjectView.of(require(id, viewpoint.position(), seeing.by(request)), ViewpointView.of(viewpoint));
    }

    @GetMapping("/{id}/history")
    Paged<HistoryView> history(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints);
        Seen seen = seeing.by(request);
        SubjectId subject = require(id, listing.position(), seen).subject().id();
        return listing.paged(
                seen.audit().ofSubject(subject, listing.position(), listing.after(), listing.limit()), HistoryView::of);
    }

    private static SubjectAt require(String id, long position, Seen seen) {
        return Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> seen.directory()
                .subject(it, position));
    }
}
