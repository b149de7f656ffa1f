package org.claimsledger.api.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.api.claim.ClaimView.Decision;
import org.claimsledger.api.claim.ClaimView.EvidenceView;
import org.claimsledger.api.claim.ClaimView.OriginsView;
import org.claimsledger.api.claim.ClaimView.PredicateRef;
import org.claimsledger.api.claim.ClaimView.RelationView;
import org.claimsledger.api.claim.ClaimView.ReviewView;
import org.claimsledger.api.claim.ClaimView.SourceRef;
import org.claimsledger.api.claim.ClaimView.SubjectRef;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Testimony;
import org.claimsledger.ledger.Provenance;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.Tense;
import org.claimsledger.projection.directory.Cards;
import org.claimsledger.projection.directory.SourceCard;
import org.claimsledger.projection.directory.SubjectCard;
import org.claimsledger.time.InForce;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Dresses claims with names out of any directory, all as of the same viewpoint. */
public final class ClaimDressing {

    private final Cards cards;

    public ClaimDressing(Cards cards) {
        this.cards = cards;
    }

    /**
     * @param filings whom those filings came of that had to wait for an editor, by their positions
     * @param shown the viewpoint, where each claim is to say it
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
        Names names = new Names(
                cards.subjectCards(subjects, viewpoint.position()),
                cards.sourceCards(sources, viewpoint.position()),
                predicates.stream()
                        .flatMap(key -> cards.definition(key, viewpoint.position()).stream())
                        .collect(Collectors.toMap(Predicate::key, it -> it)),
                filings,
                viewpoint,
                shown);
        return claims.stream().map(names::view).toList();
    }

    /** What a page of claims needs to be read. */
    private record Names(
            Map<SubjectId, SubjectCard> subjects,
            Map<SourceId, SourceCard> sources,
            Map<PredicateKey, Predicate> predicates,
            Map<Long, Provenance> filings,
            Viewpoint viewpoint,
            @Nullable ViewpointView shown) {

        ClaimView view(ClaimState state) {
            Claim claim = state.claim();
            Content content = claim.content();
            Predicate predicate = known(predicates, content.predicate());
            return new ClaimView(
                    claim.id(),
                    claim.revision(),
                    subject(content.subject()),
                    new PredicateRef(predicate.key(), predicate.label()),
                    content.value(),
                    content.qualifiers(),
                    content.valid(),
                    content.validAsStated(),
                    inForce(predicate, content),
                    content.statement(),
                    state.status(),
                    ReviewView.of(claim.review(), state.reviewedAt(), filings.get(state.position())),
                    claim.rank(),
                    claim.verdict(),
                    state.evidence().stream().map(this::evidence).toList(),
                    new OriginsView(state.weight().supporting(), state.weight().disputing()),
                    decision(claim.retraction()),
                    claim.relations().stream()
                            .map(it -> new RelationView(it.claim(), it.relation(), it.other(), it.reason()))
                            .toList(),
                    null,
                    shown);
        }

        private InForce inForce(Predicate predicate, Content content) {
            return predicate.time() == Tense.HAPPENS
                    ? InForce.sinceItHappened(viewpoint.day(), content.valid())
                    : InForce.on(viewpoint.day(), content.valid());
        }

        private SubjectRef subject(SubjectId id) {
            SubjectCard card = known(subjects, id);
            return new SubjectRef(
                    card.readAs(), card.readAsName(), card.readAs().equals(id) ? null : id);
        }

        private EvidenceView evidence(EvidenceState held) {
            Testimony testimony = held.testimony();
            SourceCard source = known(sources, testimony.source());
            EvidenceWithdrawn withdrawal = held.withdrawal();
            return new EvidenceView(
                    held.id(),
                    new SourceRef(
                            source.id(), source.title(), source.publisher(), source.published(), source.isProtected()),
                    testimony.stance(),
                    testimony.modality(),
                    testimony.attribution(),
                    testimony.quote(),
                    testimony.locator(),
                    testimony.credibility(),
                    ReviewView.of(held.review(), held.reviewedAt(), filings.get(held.position())),
                    held.live(),
                    held.speaksFor(),
                    held.speaksFor() == SpeaksFor.THIS ? null : held.value(),
                    held.origin().name(),
                    withdrawal == null
                            ? null
                            : new Decision(withdrawal.reasons(), basis(withdrawal.basis()), withdrawal.note()));
        }

        private static @Nullable Decision decision(@Nullable ClaimRetracted retraction) {
            return retraction == null
                    ? null
                    : new Decision(retraction.reasons(), basis(retraction.basis()), retraction.note());
        }

        private static @Nullable SourceId basis(@Nullable Basis basis) {
            return basis == null ? null : basis.source();
        }

        private static <K, V> V known(Map<K, V> found, K id) {
            V it = found.get(id);
            if (it == null) {
                throw new IllegalStateException("a claim names " + id + ", which the directory does not hold");
            }
            return it;
        }
    }
}
