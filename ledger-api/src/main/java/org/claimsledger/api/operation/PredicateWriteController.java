package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.token.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The vocabulary. */
@RestController
@RequestMapping(PredicateWriteController.PREDICATES)
final class PredicateWriteController {

    static final String PREDICATES = "/api/v1/predicates";

    private final OperationRunner runner;
    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    PredicateWriteController(OperationRunner operationRunner, ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.runner = operationRunner;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping
    ResponseEntity<Object> define(HttpServletRequest body) throws IOException {
        return runner.create("define_predicate", body, PREDICATES);
    }
}
