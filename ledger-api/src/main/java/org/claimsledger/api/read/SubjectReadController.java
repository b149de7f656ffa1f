package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.read.SubjectView.DossierView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads subjects, by any of their names: each with its history, its dossier and those that may be the same. */
@RestController
@RequestMapping("/api/v1/subjects")
final class SubjectReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    SubjectReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    /** All subjects, or those with a name like this one. */
    @GetMapping
    PageView<SubjectView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.ofSearch(request, viewpointReader, "q", "kind");
        SubjectKind kind = listRequest.query().oneOf("kind", SubjectKind.values());
        String q = listRequest.query().text("q");
        ReadModel readModel = readAccess.readModelFor(request);
        if (q != null) {
            return listRequest.page(
                    readModel
                            .search()
                            .subjects(q, kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                    hits -> hits.stream().map(SubjectView::of).toList());
        }
        return listRequest.page(
                readModel.registry().subjects(kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                items -> items.stream().map(at -> SubjectView.of(at, null)).toList());
    }

    @GetMapping("/{id}")
    SubjectView one(@PathVariable String id, HttpServletRequest request) {
        Viewpoint viewpoint = viewpointReader.of(request);
        Registry registry = readAccess.readModelFor(request).registry();
        return SubjectView.of(PathResource.subject(id, viewpoint.position(), registry), ViewpointView.of(viewpoint));
    }

    @GetMapping("/{id}/history")
    PageView<HistoryItemView> history(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        SubjectId subject = PathResource.subject(id, listRequest.position(), readModel.registry())
                .subject()
                .id();
        return listRequest.page(
                readModel.audit().ofSubject(subject, listRequest.position(), listRequest.after(), listRequest.limit()),
                HistoryItemView::of);
    }

    /** All that is best known of the subject. */
    @GetMapping("/{id}/dossier")
    DossierView dossier(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, ViewpointDate.VALID.parameter());
        ReadModel readModel = readAccess.readModelFor(request);
        Registry registry = readModel.registry();
        SubjectAt named = PathResource.subject(id, listRequest.position(), registry);
        SubjectAt subject = registry.keptFor(named, listRequest.position());
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

    /** The subjects that may be this one. An editor who finds out records a comparison. */
    @GetMapping("/{id}/candidates")
    PageView<SubjectCandidateView> candidates(@PathVariable String id, HttpServletRequest request) {
        QueryParameters queryParameters = ViewpointReader.query(request, "limit");
        Viewpoint viewpoint = viewpointReader.ofSearch(queryParameters);
        ReadModel readModel = readAccess.readModelFor(request);
        SubjectId subject = PathResource.subject(id, viewpoint.position(), readModel.registry())
                .subject()
                .id();
        return SubjectCandidateView.page(
                readModel.duplicates().of(subject, viewpoint.position(), queryParameters.limit()), viewpoint);
    }
}
