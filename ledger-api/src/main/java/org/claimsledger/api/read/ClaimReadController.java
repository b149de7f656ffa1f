package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.claimsledger.api.read.ClaimVersionView.DifferenceView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.claims.ClaimQueries.ClaimVersion;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads claims: one or a list, from any viewpoint, with their histories and versions. */
@RestController
@RequestMapping("/api/v1/claims")
final class ClaimReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    ClaimReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping
    PageView<ClaimView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.ofSearch(
                request, viewpointReader, "subject", "predicate", "source", "status", "verdict", "q");
        ClaimFilter filter = filter(listRequest.query());
        String q = listRequest.query().text("q");
        ReadModel readModel = readAccess.readModelFor(request);
        ClaimViewBuilder views = new ClaimViewBuilder(readModel.registry());
        if (q != null) {
            return listRequest.page(
                    readModel
                            .search()
                            .claims(
                                    q,
                                    filter,
                                    BitemporalPoint.of(listRequest.viewpoint()),
                                    listRequest.after(),
                                    listRequest.limit()),
                    hits -> views.ofHits(hits, listRequest.viewpoint()));
        }
        return listRequest.page(
                readModel
                        .claims()
                        .page(
                                filter,
                                BitemporalPoint.of(listRequest.viewpoint()),
                                listRequest.after(),
                                listRequest.limit()),
                items -> views.ofPage(items, listRequest.viewpoint()));
    }

    /**
     * The ETag is set past Spring, which would answer 304 by itself: whether a claim is in force changes with the day, and
     * the tag does not change then.
     */
    @GetMapping("/{id}")
    ClaimView one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Viewpoint viewpoint = viewpointReader.of(request);
        ReadModel readModel = readAccess.readModelFor(request);
        ClaimAt claim = PathResource.claim(id, BitemporalPoint.of(viewpoint), readModel.claims());
        response.setHeader(
                HttpHeaders.ETAG,
                "\"" + claim.claim().revision() + "-" + lastChange(claim, viewpoint.position(), readModel.registry())
                        + "\"");
        return new ClaimViewBuilder(readModel.registry()).ofClaim(claim, viewpoint);
    }

    /** The last position that changed the view of the claim: its own, or that of its subject, predicate or a source. */
    private static long lastChange(ClaimAt claim, long position, Registry registry) {
        ClaimContent claimContent = claim.claim().content();
        SubjectId kept = registry.keptFor(claimContent.subject(), position);
        LongStream sources = claim.state().evidence().stream()
                .flatMap(evidence -> registry.source(evidence.testimony().source(), position).stream())
                .mapToLong(SourceAt::lastChange);
        LongStream names = LongStream.of(
                claim.lastChange(),
                registry.subject(claimContent.subject(), position).orElseThrow().lastChange(),
                registry.subject(kept, position).orElseThrow().lastChange(),
                registry.predicate(claimContent.predicate(), position)
                        .orElseThrow()
                        .lastChange());
        return LongStream.concat(names, sources).max().orElseThrow();
    }

    @GetMapping("/{id}/history")
    PageView<HistoryItemView> history(@PathVariable String id, HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        ReadModel readModel = readAccess.readModelFor(request);
        ClaimId claim = PathResource.claim(id, BitemporalPoint.of(listRequest.viewpoint()), readModel.claims())
                .claim()
                .id();
        return listRequest.page(
                readModel.audit().ofClaim(claim, listRequest.position(), listRequest.after(), listRequest.limit()),
                HistoryItemView::of);
    }

    @GetMapping("/{id}/versions")
    Map<String, List<ClaimVersionView>> versions(@PathVariable String id, HttpServletRequest request) {
        QueryParameters queryParameters = ViewpointReader.query(request, ComparedPeriod.CLOCK);
        boolean published = ComparedPeriod.isPublishedClock(queryParameters);
        BitemporalPoint here = BitemporalPoint.of(viewpointReader.of(queryParameters));
        ClaimQueries claimQueries = readAccess.readModelFor(request).claims();
        ClaimId claim = PathResource.claim(id, here, claimQueries).claim().id();
        List<ClaimVersionView> all = new ArrayList<>();
        ClaimState before = null;
        for (ClaimVersion version : versions(claim, here, published, claimQueries)) {
            ClaimState after = PathResource.claim(id, firstPointOf(version, here, published), claimQueries)
                    .state();
            List<FieldChange> fieldChanges = ClaimDiff.between(before, after);
            all.add(
                    published
                            ? ClaimVersionView.reported(version, fieldChanges)
                            : ClaimVersionView.recorded(version, fieldChanges));
            before = after;
        }
        return Map.of("items", all);
    }

    /** {@code from} and {@code to} are numbers of versions, or dates, instants or positions. */
    @GetMapping("/{id}/diff")
    DifferenceView diff(@PathVariable String id, HttpServletRequest request) {
        QueryParameters queryParameters = ViewpointReader.query(request, "from", "to", ComparedPeriod.CLOCK);
        boolean published = ComparedPeriod.isPublishedClock(queryParameters);
        BitemporalPoint here = BitemporalPoint.of(viewpointReader.of(queryParameters));
        ClaimQueries claimQueries = readAccess.readModelFor(request).claims();
        List<ClaimVersion> versions =
                versions(PathResource.claim(id, here, claimQueries).claim().id(), here, published, claimQueries);
        BitemporalPoint from = point("from", queryParameters.text("from"), versions, here, published);
        BitemporalPoint to = queryParameters.text("to") == null
                ? here
                : point("to", queryParameters.text("to"), versions, here, published);
        List<FieldChange> fieldChanges = ClaimDiff.between(
                PathResource.claim(id, from, claimQueries).state(),
                PathResource.claim(id, to, claimQueries).state());
        return published
                ? new DifferenceView(
                        ViewpointView.time(from.publishedBy()),
                        ViewpointView.time(to.publishedBy()),
                        FieldChangeView.of(fieldChanges))
                : new DifferenceView(from.asOf(), to.asOf(), FieldChangeView.of(fieldChanges));
    }

    private static List<ClaimVersion> versions(
            ClaimId claim, BitemporalPoint here, boolean published, ClaimQueries claimQueries) {
        return published ? claimQueries.reportedVersions(claim, here) : claimQueries.recordedVersions(claim, here);
    }

    /** The first point from which a version is read. */
    private static BitemporalPoint firstPointOf(ClaimVersion version, BitemporalPoint here, boolean published) {
        return published
                ? new BitemporalPoint(here.asOf(), Objects.requireNonNullElse(version.reportedFrom(), Instant.MIN))
                : new BitemporalPoint(version.recordedFrom(), here.publishedBy());
    }

    private BitemporalPoint point(
            String parameter,
            @Nullable String text,
            List<ClaimVersion> versions,
            BitemporalPoint here,
            boolean published) {
        if (text == null) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, parameter + " is the number of a version, a date or a @position");
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return published
                    ? new BitemporalPoint(here.asOf(), ClockParameters.publishedBy(text))
                    : new BitemporalPoint(viewpointReader.position(text), here.publishedBy());
        }
        return versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(text))
                .findFirst()
                .map(version -> firstPointOf(version, here, published))
                .orElseThrow(() -> Refused.because(
                        RefusalCode.INVALID_PARAMETER, "The claim has the versions 1 to " + versions.size()));
    }

    private static ClaimFilter filter(QueryParameters queryParameters) {
        SubjectId subject = queryParameters.id("subject", SubjectId::new);
        return new ClaimFilter(
                subject == null ? Set.of() : Set.of(subject),
                queryParameters.id("predicate", PredicateKey::new),
                queryParameters.id("source", SourceId::new),
                queryParameters.oneOf("verdict", Verdict.values()),
                queryParameters.oneOf("status", ClaimStatus.values()));
    }
}
