package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.token.Role;
import org.claimsledger.value.SourceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sources: registering and amending them, their publishers' notices, and what rests on them. */
@RestController
@RequestMapping(SourceWriteController.SOURCES)
final class SourceWriteController {

    static final String SOURCES = "/api/v1/sources";

    private static final String SOURCE = "source";

    private final OperationRunner runner;
    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    SourceWriteController(OperationRunner operationRunner, ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.runner = operationRunner;
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping
    ResponseEntity<Object> register(HttpServletRequest body) throws IOException {
        return runner.create("register_source", body, SOURCES, id -> readAccess
                .readModelFor(body)
                .registry()
                .shownId(new SourceId(id))
                .value());
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/protection")
    ResponseEntity<Object> protect(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("protect_source", body, Map.of(SOURCE, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/disclosure")
    ResponseEntity<Object> disclose(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("disclose_source", body, Map.of(SOURCE, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/amendments")
    ResponseEntity<Object> amend(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("amend_source", body, Map.of(SOURCE, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/notices")
    ResponseEntity<Object> notice(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("notice_source", body, Map.of(SOURCE, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/retraction")
    ResponseEntity<Object> retract(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("retract_source", body, Map.of(SOURCE, id), null);
    }

    @RequiresRole(Role.EDITOR)
    @PostMapping("/{id}/reinstatement")
    ResponseEntity<Object> reinstate(@PathVariable String id, HttpServletRequest body) throws IOException {
        return runner.change("reinstate_source", body, Map.of(SOURCE, id), null);
    }
}
