package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.SourceId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads sources, and the claims that rest on them. */
@RestController
@RequestMapping("/api/v1/sources")
final class SourceReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    SourceReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    /** All sources, or those with these words. */
    @GetMapping
    PageView<SourceView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.ofSearch(request, viewpointReader, "q", "kind");
        SourceKind kind = listRequest.query().oneOf("kind", SourceKind.values());
        String q = listRequest.query().text("q");
        ReadModel readModel = readAccess.readModelFor(request);
        if (q != null) {
            return listRequest.page(
                    readModel
                            .search()
                            .sources(q, kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                    hits -> hits.stream().map(SourceView::of).toList());
        }
        return listRequest.page(
                readModel.registry().sources(kind, listRequest.position(), listRequest.after(), listRequest.limit()),
                items -> items.stream().map(at -> SourceView.of(at, null)).toList());
    }

    @GetMapping("/{id}")
    SourceView one(@PathVariable String id, HttpServletRequest request) {
        Viewpoint viewpoint = viewpointReader.of(request);
        Registry registry = readAccess.readModelFor(request).registry();
        return SourceView.of(PathResource.source(id, viewpoint.position(), registry), ViewpointView.of(viewpoint));
    }

    /** The claims that rest on a source: by evidence, attribution or as the basis of a decision, withdrawn or not. */
    @GetMapping("/{id}/claims")
    PageView<ClaimView> claims(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        SourceId source = PathResource.source(id, listRequest.position(), readModel.registry())
                .source()
                .id();
        return listRequest.page(
                readModel
                        .claims()
                        .page(
                                ClaimFilter.restingOn(source),
                                BitemporalPoint.of(listRequest.viewpoint()),
                                listRequest.after(),
                                listRequest.limit()),
                items -> new ClaimViewBuilder(readModel.registry()).ofPage(items, listRequest.viewpoint()));
    }

    @GetMapping("/{id}/history")
    PageView<HistoryItemView> history(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        SourceId source = PathResource.source(id, listRequest.position(), readModel.registry())
                .source()
                .id();
        return listRequest.page(
                readModel.audit().ofSource(source, listRequest.position(), listRequest.after(), listRequest.limit()),
                HistoryItemView::of);
    }
}
