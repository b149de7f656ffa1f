package org.claimsledger.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.identity.LikelySame;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who somebody may be. It proposes and merges nothing; what an editor finds is recorded as a comparison. */
@RestController
@RequestMapping(SubjectController.SUBJECTS)
final class CandidateController {

    private final Seeing seeing;
    private final Viewpoints viewpoints;
    private final Writes writes;

    CandidateController(Seeing seeing, Viewpoints viewpoints, Writes writes) {
        this.writes = writes;
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/{id}/candidates")
    Paged<CandidateView> of(@PathVariable String id, HttpServletRequest request) {
        Query query = Viewpoints.query(request, "limit");
        Viewpoint viewpoint = viewpoints.ofSearch(query);
        Seen seen = seeing.by(request);
        SubjectId subject = Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> seen.directory()
                        .subject(it, viewpoint.position()))
                .subject()
                .id();
        return shown(seen.likely().of(subject, viewpoint.position(), query.limit()), viewpoint);
    }

    /** Of somebody who is not registered yet: the body is that of the registration. */
    @Needs(Role.REPORTER)
    @PostMapping("/candidates")
    Paged<CandidateView> ofNew(HttpServletRequest request) throws IOException {
        Query query = Viewpoints.query(request, "limit");
        Viewpoint viewpoint = viewpoints.ofSearch(query);
        var details = SubjectBodies.register(Fields.of(writes.object(request))).details();
        return shown(seeing.by(request).likely().ofNew(details, viewpoint.position(), query.limit()), viewpoint);
    }

    private static Paged<CandidateView> shown(List<LikelySame> likely, Viewpoint viewpoint) {
        return new Paged<>(likely.stream().map(CandidateView::of).toList(), null, ViewpointView.of(viewpoint));
    }
}
