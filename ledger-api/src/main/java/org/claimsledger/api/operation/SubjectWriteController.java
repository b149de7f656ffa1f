package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.token.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subjects: registering and naming them, comparing them, saying that two are one, and taking that back. */
@RestController
@RequestMapping(SubjectWriteController.SUBJECTS)
public final class SubjectWriteController {

    public static final String SUBJECTS = "/api/v1/subjects";

    private static final String SUBJECT = "subject";

    private final OperationRunner runner;
    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    SubjectWriteController(OperationRunner operationRunner, ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.runner = operationRunner;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> register(HttpServletRequest body) throws IOException {
        return runner.create("register_subject", body, SUBJECTS);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/{id}/names")
    ResponseEntity<Object> name(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("name_subject", body, Map.of(SUBJECT, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/merge")
    ResponseEntity<Object> merge(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("merge_subjects", body, Map.of(SUBJECT, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/split")
    ResponseEntity<Object> split(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("split_subjects", body, Map.of(SUBJECT, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/comparisons")
    ResponseEntity<Object> compare(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("compare_subjects", body, Map.of(SUBJECT, id), null);
    }
}
