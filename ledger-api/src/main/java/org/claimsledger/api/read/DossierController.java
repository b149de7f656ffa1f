package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The dossier of a subject: all that is best known of it. */
@RestController
final class DossierController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    DossierController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping("/api/v1/subjects/{id}/dossier")
    DossierView dossier(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, ViewpointDate.VALID.parameter());
        ReadModel readModel = readAccess.readModelFor(request);
        SubjectAt subject = requireKept(id, listRequest.position(), readModel.registry());
        PageView<QuestionView> page = listRequest.page(
                readModel
                        .answers()
                        .page(
                                QuestionFilter.about(subject.subject().id()),
                                listRequest.viewpoint(),
                                listRequest.after(),
                                listRequest.limit()),
                QuestionView::of);
        return new DossierView(SubjectView.of(subject, null), page.items(), page.next(), page.viewpoint());
    }

    private static SubjectAt requireKept(String id, long position, Registry registry) {
        return PathResource.require(
                id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> registry.subject(it, position)
                        .flatMap(subject -> registry.subject(registry.keptFor(it, position), position)));
    }
}
