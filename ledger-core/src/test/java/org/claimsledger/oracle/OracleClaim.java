package org.claimsledger.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.event.Attestor;
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
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;

/** One claim as it looks from a vantage: its events one after the other, of which some are not seen. */
final class OracleClaim {

    /** A piece of evidence, reported or not. */
    static final class OracleEvidence {
        final String id;
        final long position;
        final Testimony testimony;
        final Instant reported;
        Value value;
        boolean withdrawn;

        /** Where it was proposed: {@code proposed} until it is decided, then {@code accepted} or {@code refused}. */
        String review;

        OracleEvidence(String id, long position, Testimony testimony, Instant reported, Value value) {
            this.id = id;
            this.position = position;
            this.testimony = testimony;
            this.reported = reported;
            this.value = value;
        }

        boolean isAccepted() {
            return review == null || review.equals("accepted");
        }
    }

    final ClaimId id;
    final OracleWorld world;
    long position;
    long revision;
    ClaimContent content;
    Rank rank = Rank.NORMAL;
    Verdict verdict;

    /** Where it was ranked and assessed. */
    long rankedAt;

    long assessedAt;

    /** Why the desk took it back; null where it did not, or undid it. */
    List<ReasonCode> retracted;

    /** What the desk recorded of it and another claim, by position; of all time, as merges are. */
    final SortedMap<Long, ClaimsRelated> relations = new TreeMap<>();

    /** As that of a piece: the claim itself goes with what it was filed with. */
    String review;

    /** What is reported of it at this vantage, in the order of the ledger. */
    final List<OracleEvidence> evidence = new ArrayList<>();

    OracleClaim(ClaimId id, List<OracleEvent> history, OracleWorld world, OracleViewpoint oracleViewpoint) {
        this.id = id;
        this.world = world;
        ClaimContent inTheLedger = null;
        Instant lastRevision = Instant.MIN;
        Instant lastStanding = Instant.MIN;
        for (OracleEvent oracleEvent : history) {
            if (!isOf(oracleEvent.event())) {
                continue;
            }
            revision++;
            switch ((ClaimEvent) oracleEvent.event()) {
                case ClaimAsserted it -> {
                    position = oracleEvent.position();
                    content = it.content();
                    inTheLedger = it.content();
                    review = it.proposed() ? lastWordOn(it.evidence(), history) : null;
                    attach(it.evidence().value(), oracleEvent.position(), it.testimony(), inTheLedger.value());
                    evidence.getLast().review = review;
                }
                case EvidenceAttached it -> {
                    attach(it.evidence().value(), oracleEvent.position(), it.testimony(), inTheLedger.value());
                    evidence.getLast().review = it.proposed() ? lastWordOn(it.evidence(), history) : null;
                }
                case ClaimReviewed it -> {}
                case EvidenceWithdrawn it -> {
                    if (oracleViewpoint.sees(
                            world.dateOfTakingBack(it.basis(), it.reasons(), oracleEvent.recordedAt()))) {
                        for (OracleEvidence oracleEvidence : evidence) {
                            oracleEvidence.withdrawn |=
                                    oracleEvidence.id.equals(it.evidence().value());
                        }
                    }
                }
                case ClaimRevised it -> {
                    inTheLedger = changed(inTheLedger, it.changes());
                    lastRevision = later(lastRevision, ownDate(it, oracleEvent.recordedAt()));
                    if (oracleViewpoint.sees(lastRevision)) {
                        revise(it, oracleEvent.position(), lastRevision);
                    }
                }
                case ClaimRetracted it -> {
                    Instant own = world.dateOfTakingBack(it.basis(), it.reasons(), oracleEvent.recordedAt());
                    lastStanding = later(lastStanding, own);
                    retracted = oracleViewpoint.sees(lastStanding) ? it.reasons() : retracted;
                }
                case ClaimReinstated it -> {
                    // Without a basis it is dated as what it undoes, which is the link before it.
                    Instant own = it.basis() == null ? lastStanding : world.reported(it.basis());
                    lastStanding = later(lastStanding, own);
                    retracted = oracleViewpoint.sees(lastStanding) ? null : retracted;
                }
                case ClaimRanked it -> {
                    if (oracleViewpoint.sees(oracleEvent.recordedAt())) {
                        rank = it.rank();
                        rankedAt = oracleEvent.position();
                    }
                }
                case ClaimAssessed it -> {
                    if (oracleViewpoint.sees(oracleEvent.recordedAt())) {
                        verdict = it.verdict();
                        assessedAt = oracleEvent.position();
                    }
                }
                case ClaimsRelated it -> relations.put(oracleEvent.position(), it);
                case RelationWithdrawn it -> relations.values().removeIf(related -> isSameRelation(related, it));
            }
        }
        evidence.removeIf(oracleEvidence -> !oracleViewpoint.sees(oracleEvidence.reported));
    }

    boolean isAccepted() {
        return review == null || review.equals("accepted");
    }

    boolean isPresent() {
        return bringsItUp().findAny().isPresent();
    }

    /** What is proposed makes no claim present but one that is proposed itself. */
    private Stream<OracleEvidence> bringsItUp() {
        return evidence.stream().filter(oracleEvidence -> !isAccepted() || oracleEvidence.isAccepted());
    }

    Instant reported() {
        return bringsItUp()
                .map(oracleEvidence -> oracleEvidence.reported)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whatever had been published by then: reviews are on the recorded clock alone. */
    private String lastWordOn(EvidenceId filing, List<OracleEvent> history) {
        String word = "proposed";
        for (OracleEvent oracleEvent : history) {
            if (oracleEvent.event() instanceof ClaimReviewed it
                    && it.claim().equals(id)
                    && it.evidence().contains(filing)) {
                word = it.decision() == ReviewDecision.ACCEPTED ? "accepted" : "refused";
            }
        }
        return word;
    }

    private boolean isOf(LedgerEvent event) {
        return event instanceof ClaimEvent it
                && (it.claim().equals(id)
                        || it instanceof ClaimsRelated related
                                && related.other().equals(id)
                        || it instanceof RelationWithdrawn withdrawn
                                && withdrawn.other().equals(id));
    }

    /** What says the same the other way round is one relation. */
    private static boolean isSameRelation(ClaimsRelated related, RelationWithdrawn withdrawn) {
        boolean bothWays =
                related.relation() == ClaimRelation.SAME_AS || related.relation() == ClaimRelation.CONTRADICTS;
        return related.relation() == withdrawn.relation()
                && (related.claim().equals(withdrawn.claim()) && related.other().equals(withdrawn.other())
                        || bothWays
                                && related.claim().equals(withdrawn.other())
                                && related.other().equals(withdrawn.claim()));
    }

    private void attach(String evidenceId, long at, Testimony testimony, Value value) {
        evidence.add(new OracleEvidence(evidenceId, at, testimony, world.reported(testimony.source()), value));
    }

    private Instant ownDate(ClaimRevised revised, Instant recordedAt) {
        if (revised.basis() != null) {
            return world.reported(revised.basis());
        }
        return revised.kind() == RevisionKind.UPDATE ? recordedAt : Instant.MIN;
    }

    private void revise(ClaimRevised revised, long at, Instant reported) {
        ClaimContent before = content;
        content = changed(before, revised.changes());
        if (!content.value().equals(before.value()) || !content.qualifiers().equals(before.qualifiers())) {
            rank = Rank.NORMAL;
            verdict = null;
        }
        if (revised.kind() != RevisionKind.CORRECTION || content.value().equals(before.value())) {
            return;
        }
        if (revised.basis() == null) {
            for (OracleEvidence oracleEvidence : evidence) {
                oracleEvidence.value = content.value();
            }
            return;
        }
        boolean supports = false;
        for (OracleEvidence oracleEvidence : evidence) {
            if (oracleEvidence.testimony.source().equals(revised.basis().source())) {
                oracleEvidence.value = content.value();
                supports |= oracleEvidence.testimony.stance() == Stance.SUPPORTS
                        && !oracleEvidence.withdrawn
                        && oracleEvidence.isAccepted();
            }
        }
        if (!supports) {
            Testimony basis = new Testimony(
                    revised.basis().source(), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
            evidence.add(new OracleEvidence("r" + revision, at, basis, reported, content.value()));
        }
    }

    private static ClaimContent changed(ClaimContent before, ContentChanges changes) {
        List<String> cleared = changes.cleared();
        return new ClaimContent(
                before.subject(),
                before.predicate(),
                changes.value() != null ? changes.value() : before.value(),
                cleared.contains("qualifiers")
                        ? new TreeMap<>()
                        : changes.qualifiers() != null ? changes.qualifiers() : before.qualifiers(),
                cleared.contains("valid") ? null : changes.valid() != null ? changes.valid() : before.valid(),
                cleared.contains("validAsStated")
                        ? null
                        : changes.validAsStated() != null ? changes.validAsStated() : before.validAsStated(),
                cleared.contains("statement")
                        ? null
                        : changes.statement() != null ? changes.statement() : before.statement(),
                cleared.contains("finality")
                        ? null
                        : changes.finality() != null ? changes.finality() : before.finality());
    }

    /** Whether it is reported, accepted, not withdrawn, and all that it rests on stands. */
    boolean isLive(OracleEvidence oracleEvidence) {
        SourceId own = oracleEvidence.testimony.source();
        if (!oracleEvidence.isAccepted()
                || oracleEvidence.withdrawn
                || !world.stands(own)
                || !world.standsFor(own, new EvidenceRef(id, new EvidenceId(oracleEvidence.id)))) {
            return false;
        }
        for (Attestor attestor : oracleEvidence.testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by && !world.stands(by.source())) {
                return false;
            }
        }
        return world.originalsOf(own).stream().allMatch(world::stands);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
