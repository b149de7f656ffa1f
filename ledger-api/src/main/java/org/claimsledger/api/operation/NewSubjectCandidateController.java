package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.claimsledger.api.read.SubjectCandidateView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subjects that may be the same as one that is not registered yet. Nothing is recorded. */
@RestController
final class NewSubjectCandidateController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;
    private final OperationRunner runner;

    NewSubjectCandidateController(ReadAccess readAccess, ViewpointReader viewpointReader, OperationRunner runner) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
        this.runner = runner;
    }

    /** The body is that of the registration. */
    @RequiresRole(Role.REPORTER)
    @PostMapping("/api/v1/subjects/candidates")
    PageView<SubjectCandidateView> candidates(HttpServletRequest request) throws IOException {
        QueryParameters queryParameters = ViewpointReader.query(request, "limit");
        Viewpoint viewpoint = viewpointReader.ofSearch(queryParameters);
        SubjectDetails details = SubjectOperations.register(Fields.of(runner.readObject(request)))
                .details();
        return SubjectCandidateView.page(
                readAccess
                        .readModelFor(request)
                        .duplicates()
                        .ofNew(details, viewpoint.position(), queryParameters.limit()),
                viewpoint);
    }
}
