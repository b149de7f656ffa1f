package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads predicates. */
@RestController
@RequestMapping("/api/v1/predicates")
final class PredicateReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    PredicateReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
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
