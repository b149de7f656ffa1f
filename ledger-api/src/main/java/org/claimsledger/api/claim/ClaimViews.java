package org.claimsledger.api.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.claimsledger.api.viewpoint.FieldsView;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.claim.Content;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.search.ClaimHit;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Dresses claims for one reader: names beside ids, all as of the same viewpoint. */
public final class ClaimViews {

    private final Directory directory;
    private final ClaimDressing dressing;

    public ClaimViews(Seen seen) {
        this.directory = seen.directory();
        this.dressing = new ClaimDressing(directory);
    }

    public ClaimView one(ClaimAt claim, Viewpoint viewpoint) {
        return views(List.of(claim), viewpoint, ViewpointView.of(viewpoint)).getFirst();
    }

    /** The last position that changed how the claim reads: its own, or its subject's, its predicate's or a source's. */
    public long lastChange(ClaimAt claim, Viewpoint viewpoint) {
        long position = viewpoint.position();
        Content content = claim.claim().content();
        SubjectId kept = directory.keptFor(content.subject(), position);
        LongStream sources = claim.state().evidence().stream()
                .flatMap(held -> directory.source(held.testimony().source(), position).stream())
                .mapToLong(SourceAt::lastChange);
        LongStream names = LongStream.of(
                claim.lastChange(),
                directory.subject(content.subject(), position).orElseThrow().lastChange(),
                directory.subject(kept, position).orElseThrow().lastChange(),
                directory.predicate(content.predicate(), position).orElseThrow().lastChange());
        return LongStream.concat(names, sources).max().orElseThrow();
    }

    /** A page of claims; the viewpoint stands once, beside them. */
    public List<ClaimView> all(List<ClaimAt> claims, Viewpoint viewpoint) {
        return views(claims, viewpoint, null);
    }

    /** A page of claims that were searched for, each with the texts in which it was found. */
    public List<ClaimView> found(List<ClaimHit> hits, Viewpoint viewpoint) {
        List<ClaimView> views = all(hits.stream().map(ClaimHit::claim).toList(), viewpoint);
        return IntStream.range(0, hits.size())
                .mapToObj(i -> views.get(i).found(FieldsView.of(hits.get(i).fields())))
                .toList();
    }

    private List<ClaimView> views(List<ClaimAt> claims, Viewpoint viewpoint, @Nullable ViewpointView shown) {
        Map<Long, Provenance> filings = new HashMap<>();
        claims.forEach(it -> filings.putAll(it.filings()));
        return dressing.views(claims.stream().map(ClaimAt::state).toList(), filings, viewpoint, shown);
    }
}
