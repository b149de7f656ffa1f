package org.claimsledger.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Verdict;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as all its own events leave it.
 *
 * @param revision how many events it has; 1 when asserted
 * @param evidence everything that was ever attached, withdrawn or not, in that order
 * @param review how the claim itself stands with the editors; absent where it never had to wait
 * @param retraction the retraction, while it stands
 * @param ranked the desk's last ranking, unless the value or the qualifiers changed since
 * @param assessed the last assessment, unless the value or the qualifiers changed since
 */
public record Claim(
        ClaimId id,
        long revision,
        ClaimContent content,
        Map<EvidenceId, Evidence> evidence,
        @Nullable Review review,
        @Nullable ClaimRetracted retraction,
        @Nullable ClaimRanked ranked,
        @Nullable ClaimAssessed assessed,
        List<ClaimsRelated> relations) {

    /**
     * A piece of evidence on the claim.
     *
     * @param withdrawal how it was taken back, if it was
     * @param review how it stands with the editors; absent where it never had to wait
     */
    public record Evidence(
            EvidenceId id,
            Testimony testimony,
            @Nullable EvidenceWithdrawn withdrawal,
            @Nullable Review review) {

        /** Whether the desk has made it its own. */
        public boolean isAccepted() {
            return Review.isAccepted(review);
        }
    }

    public Claim {
        evidence = Collections.unmodifiableMap(evidence);
        relations = List.copyOf(relations);
    }

    /** This claim with other evidence. */
    public Claim withEvidence(Map<EvidenceId, Evidence> other) {
        return new Claim(id, revision, content, other, review, retraction, ranked, assessed, relations);
    }

    /** This claim with another count of events. */
    public Claim withRevision(long counted) {
        return new Claim(id, counted, content, evidence, review, retraction, ranked, assessed, relations);
    }

    /** This claim with other relations. */
    public Claim withRelations(List<ClaimsRelated> other) {
        return new Claim(id, revision, content, evidence, review, retraction, ranked, assessed, other);
    }

    /** Whether the desk has made it its own; one that waits for an editor, or was refused, answers nothing. */
    public boolean isAccepted() {
        return Review.isAccepted(review);
    }

    /** The evidence that it was filed with. */
    Evidence firstEvidence() {
        return evidence.values().iterator().next();
    }

    public Rank rank() {
        return ranked == null ? Rank.NORMAL : ranked.rank();
    }

    public boolean isFoundFalse() {
        return verdict() == Verdict.FALSE;
    }

    public @Nullable Verdict verdict() {
        return assessed == null ? null : assessed.verdict();
    }

    /** The claim after one more event that names it, be it as the first or the other of two. */
    static Claim evolve(@Nullable Claim claim, ClaimEvent event) {
        if (event instanceof ClaimAsserted asserted) {
            return new Claim(
                    asserted.claim(),
                    1,
                    asserted.content(),
                    Map.of(
                            asserted.evidence(),
                            new Evidence(
                                    asserted.evidence(),
                                    asserted.testimony(),
                                    null,
                                    Review.whereProposed(asserted.proposed()))),
                    Review.whereProposed(asserted.proposed()),
                    null,
                    null,
                    null,
                    List.of());
        }
        if (claim == null) {
            throw new IllegalStateException("an event of a claim that was never asserted: " + event);
        }
        return switch (event) {
            case ClaimAsserted asserted -> claim;
            case EvidenceAttached it ->
                claim.with(new Evidence(it.evidence(), it.testimony(), null, Review.whereProposed(it.proposed())));
            case ClaimReviewed reviewed -> claim.reviewed(reviewed);
            case EvidenceWithdrawn withdrawn -> claim.withdrawing(withdrawn);
            case ClaimRevised revised -> claim.revised(revised.changes());
            case ClaimRetracted retracted -> claim.with(retracted, claim.ranked, claim.assessed);
            case ClaimReinstated reinstated -> claim.with(null, claim.ranked, claim.assessed);
            case ClaimRanked ranked -> claim.with(claim.retraction, ranked, claim.assessed);
            case ClaimAssessed assessed -> claim.with(claim.retraction, claim.ranked, assessed);
            case ClaimsRelated related -> claim.related(related);
            case RelationWithdrawn withdrawn ->
                claim.related(claim.relations.stream()
                        .filter(related -> !withdrawn.isOf(related))
                        .toList());
        };
    }

    private Claim withdrawing(EvidenceWithdrawn withdrawn) {
        Evidence attached = evidence.get(withdrawn.evidence());
        if (attached == null) {
            throw new IllegalStateException("a withdrawal of evidence that was never attached: " + withdrawn);
        }
        return with(new Evidence(attached.id(), attached.testimony(), withdrawn, attached.review()));
    }

    /** A review has no effect on evidence that never had to wait or is absent. */
    private Claim reviewed(ClaimReviewed reviewed) {
        Review now = new Review(reviewed);
        Map<EvidenceId, Evidence> all = new LinkedHashMap<>(evidence);
        for (EvidenceId each : reviewed.evidence()) {
            all.computeIfPresent(
                    each,
                    (filing, attached) -> attached.review() == null
                            ? attached
                            : new Evidence(attached.id(), attached.testimony(), attached.withdrawal(), now));
        }
        boolean itself =
                review != null && reviewed.evidence().contains(firstEvidence().id());
        return new Claim(
                id, revision + 1, content, all, itself ? now : review, retraction, ranked, assessed, relations);
    }

    private Claim with(Evidence attached) {
        Map<EvidenceId, Evidence> more = new LinkedHashMap<>(evidence);
        more.put(attached.id(), attached);
        return new Claim(id, revision + 1, content, more, review, retraction, ranked, assessed, relations);
    }

    private Claim revised(ContentChanges changes) {
        ClaimContent now = changes.applyTo(content);
        boolean saysAnotherThing =
                !now.value().equals(content.value()) || !now.qualifiers().equals(content.qualifiers());
        return new Claim(
                id,
                revision + 1,
                now,
                evidence,
                review,
                retraction,
                saysAnotherThing ? null : ranked,
                saysAnotherThing ? null : assessed,
                relations);
    }

    private Claim with(
            @Nullable ClaimRetracted nowRetracted,
            @Nullable ClaimRanked nowRanked,
            @Nullable ClaimAssessed nowAssessed) {
        return new Claim(id, revision + 1, content, evidence, review, nowRetracted, nowRanked, nowAssessed, relations);
    }

    private Claim related(ClaimsRelated related) {
        List<ClaimsRelated> more = new ArrayList<>(relations);
        more.add(related);
        return related(more);
    }

    private Claim related(List<ClaimsRelated> now) {
        return new Claim(id, revision + 1, content, evidence, review, retraction, ranked, assessed, now);
    }
}
