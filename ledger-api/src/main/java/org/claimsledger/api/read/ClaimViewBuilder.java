package org.claimsledger.api.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimsledger.api.read.ClaimView.AssessmentView;
import org.claimsledger.api.read.ClaimView.EvidenceView;
import org.claimsledger.api.read.ClaimView.GroundsView;
import org.claimsledger.api.read.ClaimView.OriginsView;
import org.claimsledger.api.read.ClaimView.PredicateRef;
import org.claimsledger.api.read.ClaimView.RelationView;
import org.claimsledger.api.read.ClaimView.ReviewView;
import org.claimsledger.api.read.ClaimView.SourceRef;
import org.claimsledger.api.read.ClaimView.SubjectRef;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.Testimony;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.registry.Summaries;
import org.claimsledger.projection.registry.Summaries.SourceSummary;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Builds the views of claims, with names out of any registry. */
public final class ClaimViewBuilder {

    private final Summaries summaries;

    public ClaimViewBuilder(Summaries summaries) {
        this.summaries = summaries;
    }

    public ClaimView ofClaim(ClaimAt claim, Viewpoint viewpoint) {
        return views(List.of(claim), viewpoint, ViewpointView.of(viewpoint)).getFirst();
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
        return views(claims.stream().map(ClaimAt::state).toList(), filings, viewpoint, shown);
    }

    /**
     * @param filings the provenance of those filings that had to wait for an editor, by position
     * @param shown the viewpoint, where each view names it
     */
    public List<ClaimView> views(
            List<ClaimState> claims,
            Map<Long, Provenance> filings,
            Viewpoint viewpoint,
            @Nullable ViewpointView shown) {
        Set<SubjectId> subjects = new HashSet<>();
        Set<SourceId> sources = new HashSet<>();
        Set<PredicateKey> predicates = new HashSet<>();
        for (ClaimState state : claims) {
            subjects.add(state.claim().content().subject());
            predicates.add(state.claim().content().predicate());
            state.evidence().forEach(it -> sources.add(it.testimony().source()));
        }
        PageNames pageNames = new PageNames(
                summaries.subjectSummaries(subjects, viewpoint.position()),
                summaries.sourceSummaries(sources, viewpoint.position()),
                predicates.stream()
                        .flatMap(key -> summaries.definition(key, viewpoint.position()).stream())
                        .collect(Collectors.toMap(Predicate::key, it -> it)),
                filings,
                viewpoint,
                shown);
        return claims.stream().map(pageNames::view).toList();
    }

    /** The names that a page of claims needs. */
    private record PageNames(
            Map<SubjectId, SubjectSummary> subjects,
            Map<SourceId, SourceSummary> sources,
            Map<PredicateKey, Predicate> predicates,
            Map<Long, Provenance> filings,
            Viewpoint viewpoint,
            @Nullable ViewpointView viewpointView) {

        ClaimView view(ClaimState state) {
            Claim claim = state.claim();
            ClaimContent claimContent = claim.content();
            Predicate predicate = required(predicates, claimContent.predicate());
            return new ClaimView(
                    claim.id(),
                    claim.revision(),
                    subject(claimContent.subject()),
                    new PredicateRef(predicate.key(), predicate.label()),
                    claimContent.value(),
                    claimContent.qualifiers(),
                    claimContent.valid(),
                    claimContent.validAsStated(),
                    state.inForce(predicate.time(), viewpoint.day()),
                    claimContent.statement(),
                    claimContent.finality(),
                    state.status(),
                    ReviewView.of(claim.review(), state.reviewedAt(), filings.get(state.position())),
                    claim.rank(),
                    claim.verdict(),
                    assessment(claim.assessed()),
                    state.evidence().stream().map(this::evidence).toList(),
                    new OriginsView(state.weight().supporting(), state.weight().disputing()),
                    decision(claim.retraction()),
                    claim.relations().stream()
                            .map(it -> new RelationView(it.claim(), it.relation(), it.other(), it.reason()))
                            .toList(),
                    null,
                    viewpointView);
        }

        private SubjectRef subject(SubjectId id) {
            SubjectSummary summary = required(subjects, id);
            return new SubjectRef(
                    summary.kept(), summary.keptName(), summary.kept().equals(id) ? null : id);
        }

        private EvidenceView evidence(EvidenceState evidence) {
            Testimony testimony = evidence.testimony();
            SourceSummary source = required(sources, testimony.source());
            EvidenceWithdrawn withdrawal = evidence.withdrawal();
            return new EvidenceView(
                    evidence.id(),
                    new SourceRef(
                            source.id(),
                            source.title(),
                            source.publisher(),
                            source.publisherSubject(),
                            source.published(),
                            source.isProtected()),
                    testimony.stance(),
                    testimony.modality(),
                    testimony.attribution(),
                    testimony.quote(),
                    testimony.locator(),
                    testimony.credibility(),
                    testimony.saidOn(),
                    ReviewView.of(evidence.review(), evidence.reviewedAt(), filings.get(evidence.position())),
                    evidence.live(),
                    evidence.speaksFor(),
                    evidence.speaksFor() == ValueAgreement.THIS ? null : evidence.value(),
                    evidence.origin().name(),
                    withdrawal == null
                            ? null
                            : new GroundsView(withdrawal.reasons(), basis(withdrawal.basis()), withdrawal.note()));
        }

        private static @Nullable AssessmentView assessment(@Nullable ClaimAssessed assessed) {
            return assessed == null
                    ? null
                    : new AssessmentView(
                            assessed.assessor(), assessed.assessedOn(), basis(assessed.basis()), assessed.rationale());
        }

        private static @Nullable GroundsView decision(@Nullable ClaimRetracted retraction) {
            return retraction == null
                    ? null
                    : new GroundsView(retraction.reasons(), basis(retraction.basis()), retraction.note());
        }

        private static @Nullable SourceId basis(@Nullable Basis basis) {
            return basis == null ? null : basis.source();
        }

        private static <K, V> V required(Map<K, V> byId, K id) {
            V it = byId.get(id);
            if (it == null) {
                throw new IllegalStateException("a claim names " + id + ", which the directory does not hold");
            }
            return it;
        }
    }
}
