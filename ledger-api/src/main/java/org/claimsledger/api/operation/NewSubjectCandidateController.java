package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.claimsledger.api.read.SubjectCandidateView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.duplicates.LikelyDuplicate;
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
@RequestMapping(SubjectWriteController.SUBJECTS)
final class NewSubjectCandidateController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;
    private final OperationRunner runner;

    NewSubjectCandidateController(
            ReadAccess readAccess, ViewpointReader viewpointReader, OperationRunner operationRunner) {
        this.runner = operationRunner;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping("/{id}/candidates")
    PageView<SubjectCandidateView> of(@PathVariable String id, HttpServletRequest request) {
        QueryParameters queryParameters = ViewpointReader.query(request, "limit");
        Viewpoint viewpoint = viewpointReader.ofSearch(queryParameters);
        ReadModel readModel = readAccess.readModelFor(request);
        SubjectId subject = PathResource.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> readModel
                        .registry()
                        .subject(it, viewpoint.position()))
                .subject()
                .id();
        return page(readModel.duplicates().of(subject, viewpoint.position(), queryParameters.limit()), viewpoint);
    }

    /** Of somebody who is not registered yet: the body is that of the registration. */
    @RequiresRole(Role.REPORTER)
    @PostMapping("/candidates")
    PageView<SubjectCandidateView> ofNew(HttpServletRequest request) throws IOException {
        QueryParameters queryParameters = ViewpointReader.query(request, "limit");
        Viewpoint viewpoint = viewpointReader.ofSearch(queryParameters);
        var details = SubjectBodyReader.register(Fields.of(runner.readObject(request)))
                .details();
        return page(
                readAccess
                        .readModelFor(request)
                        .duplicates()
                        .ofNew(details, viewpoint.position(), queryParameters.limit()),
                viewpoint);
    }

    private static PageView<SubjectCandidateView> page(List<LikelyDuplicate> likely, Viewpoint viewpoint) {
        return new PageView<>(
                likely.stream().map(SubjectCandidateView::of).toList(), null, ViewpointView.of(viewpoint));
    }
}
