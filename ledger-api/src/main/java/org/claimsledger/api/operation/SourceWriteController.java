package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.claimsledger.api.read.ClaimView;
import org.claimsledger.api.read.ClaimViewReader;
import org.claimsledger.api.read.HistoryItemView;
import org.claimsledger.api.read.SourceView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.SourceKind;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.SourceAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

    /** All of them, or those with these words. */
    @GetMapping
    PageView<SourceView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.ofSearch(request, viewpointReader, "q", "kind");
        SourceKind kind = listRequest.query().oneOf("kind", SourceKind.values());
        String q = listRequest.query().text("q");
        if (q != null) {
            return listRequest.page(
                    readAccess
                            .readModelFor(request)
                            .search()
                            .sources(q, kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                    hits -> hits.stream().map(SourceView::of).toList());
        }
        return listRequest.page(
                readAccess
                        .readModelFor(request)
                        .registry()
                        .sources(kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                items -> items.stream().map(at -> SourceView.of(at, null)).toList());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id, HttpServletRequest request) {
        Viewpoint viewpoint = viewpointReader.of(request);
        return SourceView.of(
                require(id, viewpoint.position(), readAccess.readModelFor(request)), ViewpointView.of(viewpoint));
    }

    /** The claims that rest on it: by evidence, attribution or as the basis of a decision, withdrawn or not. */
    @GetMapping("/{id}/claims")
    PageView<ClaimView> claims(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        SourceId source =
                require(id, listRequest.position(), readModel).source().id();
        return listRequest.page(
                readModel
                        .claims()
                        .page(
                                ClaimFilter.restingOn(source),
                                BitemporalPoint.of(listRequest.viewpoint()),
                                listRequest.after(),
                                listRequest.limit()),
                items -> new ClaimViewReader(readModel).ofPage(items, listRequest.viewpoint()));
    }

    @GetMapping("/{id}/history")
    PageView<HistoryItemView> history(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        SourceId source =
                require(id, listRequest.position(), readModel).source().id();
        return listRequest.page(
                readModel.audit().ofSource(source, listRequest.position(), listRequest.after(), listRequest.limit()),
                HistoryItemView::of);
    }

    private static SourceAt require(String id, long position, ReadModel readModel) {
        return PathResource.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> readModel
                .registry()
                .source(it, position));
    }
}
