package org.claimsledger.api.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Builds the views of claims for one caller, all from one viewpoint. */
public final class ClaimViewReader {

    private final Registry registry;
    private final ClaimViewBuilder viewBuilder;

    public ClaimViewReader(ReadModel readModel) {
        this.registry = readModel.registry();
        this.viewBuilder = new ClaimViewBuilder(registry);
    }

    public ClaimView ofClaim(ClaimAt claim, Viewpoint viewpoint) {
        return views(List.of(claim), viewpoint, ViewpointView.of(viewpoint)).getFirst();
    }

    /** The last position that changed the view of the claim: its own, or that of its subject, predicate or a source. */
    public long lastChange(ClaimAt claim, Viewpoint viewpoint) {
        long position = viewpoint.position();
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

    /** A page of claims, whose viewpoint stands once beside them. */
    public List<ClaimView> ofPage(List<ClaimAt> claims, Viewpoint viewpoint) {
        return views(claims, viewpoint, null);
    }

    /** A page of claims that a search found, each with the texts in which it did. */
    public List<ClaimView> ofHits(List<ClaimHit> hits, Viewpoint viewpoint) {
        List<ClaimView> views = ofPage(hits.stream().map(ClaimHit::claim).toList(), viewpoint);
        return IntStream.range(0, hits.size())
                .mapToObj(i ->
                        views.get(i).withMatch(TextMatchesView.of(hits.get(i).fields())))
                .toList();
    }

    private List<ClaimView> views(List<ClaimAt> claims, Viewpoint viewpoint, @Nullable ViewpointView shown) {
        Map<Long, Provenance> filings = new HashMap<>();
        claims.forEach(it -> filings.putAll(it.filings()));
        return viewBuilder.views(claims.stream().map(ClaimAt::state).toList(), filings, viewpoint, shown);
    }
}
