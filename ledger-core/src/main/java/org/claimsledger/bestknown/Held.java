package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Stance;
import org.claimsledger.claim.Testimony;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence on a claim, with the value that it speaks for from one published time.
 *
 * @param spoken what it speaks for
 * @param withdrawal how it was taken back, where that is reported
 * @param review how it stands with the editors; absent where it never had to wait
 */
record Held(
        EvidenceId id,
        long position,
        Testimony testimony,
        Instant reported,
        Spoken spoken,
        @Nullable EvidenceWithdrawn withdrawal,
        @Nullable Review review) {

    /**
     * A value that the claim has or had.
     *
     * @param position of the event that gave the claim this value
     */
    record Spoken(Value value, long position) {}

    /**
     * All evidence on a claim that is reported by then. A piece speaks for the value that its claim had, in the ledger,
     * when it was attached, and moves with the corrections of the value that are seen: with every one that has no basis,
     * since the desk had misread, and with one that rests on its own source. A basis that does not support the claim yet
     * becomes evidence; what waits for a review, or was refused, doesn't support it.
     *
     * @param filed the claim with all its evidence, reported or not, as the reviews that are recorded leave it
     */
    static List<Held> by(Instant publishedBy, List<DatedEvent> events, Claim filed) {
        Map<EvidenceId, Held> all = new LinkedHashMap<>();
        Spoken value = new Spoken(new Value.Unknown(), 0);
        for (DatedEvent dated : events) {
            boolean seen = dated.isReportedBy(publishedBy);
            switch (dated.event()) {
                case ClaimAsserted it -> {
                    value = new Spoken(it.content().value(), dated.position());
                    add(all, it.evidence(), it.testimony(), dated, value, filed);
                }
                case EvidenceAttached it -> add(all, it.evidence(), it.testimony(), dated, value, filed);
                case EvidenceWithdrawn it when seen -> all.computeIfPresent(it.evidence(), (id, held) -> held.with(it));
                case ClaimRevised it
                when it.changes().value() != null -> {
                    value = new Spoken(it.changes().value(), dated.position());
                    if (seen && it.kind() == RevisionKind.CORRECTION) {
                        correct(all, it, dated, value);
                    }
                }
                default -> {}
            }
        }
        return all.values().stream()
                .filter(held -> !held.reported.isAfter(publishedBy))
                .toList();
    }

    private static void add(
            Map<EvidenceId, Held> all,
            EvidenceId id,
            Testimony testimony,
            DatedEvent dated,
            Spoken value,
            Claim filed) {
        Claim.Attached attached = filed.evidence().get(id);
        Review review = attached == null ? null : attached.review();
        all.put(id, new Held(id, dated.position(), testimony, dated.reported(), value, null, review));
    }

    private static void correct(Map<EvidenceId, Held> all, ClaimRevised revised, DatedEvent dated, Spoken corrected) {
        Basis basis = revised.basis();
        if (basis == null) {
            all.replaceAll((id, held) -> held.with(corrected));
            return;
        }
        all.replaceAll((id, held) -> held.isOf(basis.source()) ? held.with(corrected) : held);
        if (all.values().stream().noneMatch(held -> held.isOf(basis.source()) && held.supports())) {
            EvidenceId derived = new EvidenceId("r" + dated.revision());
            Testimony testimony = onTheBasisOf(basis.source());
            all.put(derived, new Held(derived, dated.position(), testimony, dated.reported(), corrected, null, null));
        }
    }

    private static Testimony onTheBasisOf(SourceId source) {
        return new Testimony(source, Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
    }

    private boolean isOf(SourceId source) {
        return testimony.source().equals(source);
    }

    private boolean supports() {
        return testimony.stance() == Stance.SUPPORTS && isUpheld();
    }

    /** Whether the desk has made it its own. */
    boolean isAccepted() {
        return Review.hasPassed(review);
    }

    /** Whether the desk has made it its own and nobody took it back. */
    boolean isUpheld() {
        return isAccepted() && withdrawal == null;
    }

    private Held with(Spoken corrected) {
        return new Held(id, position, testimony, reported, corrected, withdrawal, review);
    }

    private Held with(EvidenceWithdrawn withdrawn) {
        return new Held(id, position, testimony, reported, spoken, withdrawn, review);
    }
}
