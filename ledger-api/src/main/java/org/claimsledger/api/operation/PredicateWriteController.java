package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.claimsledger.api.read.PredicateView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.registry.PredicateAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping
    PageView<PredicateView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, "q");
        return listRequest.page(
                readAccess
                        .readModelFor(request)
                        .registry()
                        .predicates(
                                listRequest.query().text("q"),
                                listRequest.position(),
                                listRequest.after(),
                                listRequest.limit()),
                items -> items.stream().map(at -> PredicateView.of(at, null)).toList());
    }

    @GetMapping("/{key}")
    PredicateView one(@PathVariable String key, HttpServletRequest request) {
        Viewpoint viewpoint = viewpointReader.of(request);
        PredicateAt predicate =
                PathResource.require(key, RefusalCode.PREDICATE_UNKNOWN, PredicateKey::new, it -> readAccess
                        .readModelFor(request)
                        .registry()
                        .predicate(it, viewpoint.position()));
        return PredicateView.of(predicate, ViewpointView.of(viewpoint));
    }
}
