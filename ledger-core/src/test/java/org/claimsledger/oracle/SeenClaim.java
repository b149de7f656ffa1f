package org.claimsledger.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimReinstated;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.ContentChanges;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Stance;
import org.claimsledger.claim.Testimony;
import org.claimsledger.claim.Verdict;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Value;

/** One claim as it looks from a vantage: its events one after the other, of which some are not seen. */
final class SeenClaim {

    /** A piece of evidence, reported or not. */
    static final class Piece {
        final String id;
        final Testimony testimony;
        final Instant reported;
        Value value;
        boolean withdrawn;

        /** Where it was proposed: {@code proposed} until it is decided, then {@code accepted} or {@code refused}. */
        String review;

        Piece(String id, Testimony testimony, Instant reported, Value value) {
            this.id = id;
            this.testimony = testimony;
            this.reported = reported;
            this.value = value;
        }

        Attestor attestor() {
            return testimony.attribution().isEmpty()
                    ? null
                    : testimony.attribution().get(0);
        }

        boolean isTheDesksOwn() {
            return review == null || review.equals("accepted");
        }
    }

    final ClaimId id;
    final KnownWorld world;
    long position;
    long revision;
    Content content;
    boolean retracted;
    Rank rank = Rank.NORMAL;
    Verdict verdict;

    /** As that of a piece: the claim itself goes with what it was filed with. */
    String review;

    /** What is reported of it at this vantage, in the order of the ledger. */
    final List<Piece> evidence = new ArrayList<>();

    SeenClaim(ClaimId id, List<Entry> history, KnownWorld world, Vantage vantage) {
        this.id = id;
        this.world = world;
        Content inTheLedger = null;
        Instant lastRevision = Instant.MIN;
        Instant lastStanding = Instant.MIN;
        for (Entry entry : history) {
            if (!isOf(entry.event())) {
                continue;
            }
            revision++;
            switch ((ClaimEvent) entry.event()) {
                case ClaimAsserted it -> {
                    position = entry.position();
                    content = it.content();
                    inTheLedger = it.content();
                    review = it.proposed() ? lastWordOn(it.evidence(), history) : null;
                    attach(it.evidence().value(), it.testimony(), inTheLedger.value());
                    evidence.getLast().review = review;
                }
                case EvidenceAttached it -> {
                    attach(it.evidence().value(), it.testimony(), inTheLedger.value());
                    evidence.getLast().review = it.proposed() ? lastWordOn(it.evidence(), history) : null;
                }
                case ClaimReviewed it -> {}
                case EvidenceWithdrawn it -> {
                    if (vantage.sees(world.dateOfTakingBack(it.basis(), it.reasons(), entry.recordedAt()))) {
                        for (Piece piece : evidence) {
                            piece.withdrawn |= piece.id.equals(it.evidence().value());
                        }
                    }
                }
                case ClaimRevised it -> {
                    inTheLedger = changed(inTheLedger, it.changes());
                    lastRevision = later(lastRevision, ownDate(it, entry.recordedAt()));
                    if (vantage.sees(lastRevision)) {
                        revise(it, lastRevision);
                    }
                }
                case ClaimRetracted it -> {
                    Instant own = world.dateOfTakingBack(it.basis(), it.reasons(), entry.recordedAt());
                    lastStanding = later(lastStanding, own);
                    retracted = vantage.sees(lastStanding) || retracted;
                }
                case ClaimReinstated it -> {
                    // Without a basis it is dated as what it undoes, which is the link before it.
                    Instant own = it.basis() == null ? lastStanding : world.reported(it.basis());
                    lastStanding = later(lastStanding, own);
                    retracted = !vantage.sees(lastStanding) && retracted;
                }
                case ClaimRanked it -> rank = vantage.sees(entry.recordedAt()) ? it.rank() : rank;
                case ClaimAssessed it -> verdict = vantage.sees(entry.recordedAt()) ? it.verdict() : verdict;
                case ClaimEvent.ClaimsRelated it -> {}
            }
        }
        evidence.removeIf(piece -> !vantage.sees(piece.reported));
    }

    boolean isTheDesksOwn() {
        return review == null || review.equals("accepted");
    }

    boolean isPresent() {
        return bringsItUp().findAny().isPresent();
    }

    /** What is proposed makes no claim present but one that is proposed itself. */
    private Stream<Piece> bringsItUp() {
        return evidence.stream().filter(piece -> !isTheDesksOwn() || piece.isTheDesksOwn());
    }

    Instant reported() {
        return bringsItUp().map(piece -> piece.reported).min(Instant::compareTo).orElseThrow();
    }

    /** Whatever had been published by then: reviews are on the recorded clock alone. */
    private String lastWordOn(EvidenceId filing, List<Entry> history) {
        String word = "proposed";
        for (Entry entry : history) {
            if (entry.event() instanceof ClaimReviewed it
                    && it.claim().equals(id)
                    && it.evidence().contains(filing)) {
                word = it.decision() == Review.Decision.ACCEPTED ? "accepted" : "refused";
            }
        }
        return word;
    }

    private boolean isOf(LedgerEvent event) {
        return event instanceof ClaimEvent it
                && (it.claim().equals(id)
                        || it instanceof ClaimEvent.ClaimsRelated related
                                && related.other().equals(id));
    }

    private void attach(String evidenceId, Testimony testimony, Value value) {
        evidence.add(new Piece(evidenceId, testimony, world.reported(testimony.source()), value));
    }

    private Instant ownDate(ClaimRevised revised, Instant recordedAt) {
        if (revised.basis() != null) {
            return world.reported(revised.basis());
        }
        return revised.kind() == RevisionKind.UPDATE ? recordedAt : Instant.MIN;
    }

    private void revise(ClaimRevised revised, Instant reported) {
        Content before = content;
        content = changed(before, revised.changes());
        if (!content.value().equals(before.value()) || !content.qualifiers().equals(before.qualifiers())) {
            rank = Rank.NORMAL;
            verdict = null;
        }
        if (revised.kind() != RevisionKind.CORRECTION || content.value().equals(before.value())) {
            return;
        }
        if (revised.basis() == null) {
            for (Piece piece : evidence) {
                piece.value = content.value();
            }
            return;
        }
        boolean supports = false;
        for (Piece piece : evidence) {
            if (piece.testimony.source().equals(revised.basis().source())) {
                piece.value = content.value();
                supports |= piece.testimony.stance() == Stance.SUPPORTS && !piece.withdrawn && piece.isTheDesksOwn();
            }
        }
        if (!supports) {
            Testimony basis = new Testimony(
                    revised.basis().source(), Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
            evidence.add(new Piece("r" + revision, basis, reported, content.value()));
        }
    }

    private static Content changed(Content before, ContentChanges changes) {
        List<String> cleared = changes.cleared();
        return new Content(
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
                        : changes.statement() != null ? changes.statement() : before.statement());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
