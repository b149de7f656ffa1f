package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the subjects that may be the same as another one. An editor who finds out records a comparison. */
@RestController
final class SubjectCandidateController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    SubjectCandidateController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping("/api/v1/subjects/{id}/candidates")
    PageView<SubjectCandidateView> of(@PathVariable String id, HttpServletRequest request) {
        QueryParameters queryParameters = ViewpointReader.query(request, "limit");
        Viewpoint viewpoint = viewpointReader.ofSearch(queryParameters);
        ReadModel readModel = readAccess.readModelFor(request);
        SubjectId subject = PathResource.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> readModel
                        .registry()
                        .subject(it, viewpoint.position()))
                .subject()
                .id();
        return SubjectCandidateView.page(
                readModel.duplicates().of(subject, viewpoint.position(), queryParameters.limit()), viewpoint);
    }
}
