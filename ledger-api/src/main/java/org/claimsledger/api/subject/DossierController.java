package org.claimsledger.api.subject;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.state.QuestionView;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that is best known of one subject. */
@RestController
final class DossierController {

    private final Seeing seeing;
    private final Viewpoints viewpoints;

    DossierController(Seeing seeing, Viewpoints viewpoints) {
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @GetMapping(SubjectController.SUBJECTS + "/{id}/dossier")
    DossierView dossier(@PathVariable String id, HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, Viewpoints.VALID_ON);
        Seen seen = seeing.by(request);
        SubjectAt subject = kept(id, listing.position(), seen.directory());
        Paged<QuestionView> page = listing.paged(
                seen.answers()
                        .page(
                                QuestionFilter.about(subject.subject().id()),
                                listing.viewpoint(),
                                listing.after(),
                                listing.limit()),
                QuestionView::of);
        return new DossierView(SubjectView.of(subject, null), page.items(), page.next(), page.viewpoint());
    }

    private static SubjectAt kept(String id, long position, Directory directory) {
        return Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> directory
                .subject(it, position)
                .flatMap(known -> directory.subject(directory.keptFor(it, position), position)));
    }
}
