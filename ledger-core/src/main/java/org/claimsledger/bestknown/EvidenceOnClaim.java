package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;

/**
 * A piece of evidence on a claim, with the value that it speaks for from one published time.
 *
 * @param evidence with its withdrawal, where that is reported
 * @param filed false where nobody filed it, because a correction made its basis evidence
 * @param valueAtFiling the value that it speaks for
 */
record EvidenceOnClaim(
        Claim.Evidence evidence, boolean filed, long position, Instant reported, ValueAtFiling valueAtFiling) {

    /**
     * A value that the claim has or had.
     *
     * @param position of the event that gave the claim this value
     */
    record ValueAtFiling(Value value, long position) {}

    /**
     * All evidence on a claim that is reported by then. A piece speaks for the value that its claim had, in the ledger,
     * when it was attached, and moves with the corrections of the value that are seen: with every one that has no basis,
     * since the desk had misread, and with one that rests on its own source. A basis that does not support the claim yet
     * becomes evidence; what waits for a review, or was refused, doesn't support it.
     *
     * @param filed the claim with all its evidence, reported or not, as the reviews that are recorded leave it
     */
    static List<EvidenceOnClaim> reportedBy(Instant publishedBy, List<DatedEvent> events, Claim filed) {
        Map<EvidenceId, EvidenceOnClaim> all = new LinkedHashMap<>();
        ValueAtFiling value = new ValueAtFiling(new Value.Unknown(), 0);
        for (DatedEvent dated : events) {
            boolean isReported = dated.isReportedBy(publishedBy);
            ClaimEvent event = dated.event();
            if (event instanceof ClaimAsserted asserted) {
                value = new ValueAtFiling(asserted.content().value(), dated.position());
            }
            if (event instanceof EvidenceFiled filing) {
                add(all, filing, dated, value, filed);
            } else if (event instanceof EvidenceWithdrawn withdrawn && isReported) {
                all.computeIfPresent(withdrawn.evidence(), (id, evidence) -> evidence.with(withdrawn));
            } else if (event instanceof ClaimRevised revised
                    && revised.changes().value() != null) {
                value = new ValueAtFiling(revised.changes().value(), dated.position());
                if (isReported && revised.kind() == RevisionKind.CORRECTION) {
                    correct(all, revised, dated, value);
                }
            }
        }
        return all.values().stream()
                .filter(evidenceOnClaim -> !evidenceOnClaim.reported.isAfter(publishedBy))
                .toList();
    }

    private static void add(
            Map<EvidenceId, EvidenceOnClaim> all,
            EvidenceFiled filing,
            DatedEvent dated,
            ValueAtFiling value,
            Claim filed) {
        EvidenceId id = filing.evidence();
        Claim.Evidence attached = filed.evidence().get(id);
        Review review = attached == null ? null : attached.review();
        Claim.Evidence evidence = new Claim.Evidence(id, filing.testimony(), null, review);
        all.put(id, new EvidenceOnClaim(evidence, true, dated.position(), dated.reported(), value));
    }

    private static void correct(
            Map<EvidenceId, EvidenceOnClaim> all, ClaimRevised revised, DatedEvent dated, ValueAtFiling corrected) {
        Basis basis = revised.basis();
        if (basis == null) {
            all.replaceAll((id, evidenceOnClaim) -> evidenceOnClaim.with(corrected));
            return;
        }
        all.replaceAll((id, evidenceOnClaim) ->
                evidenceOnClaim.isFrom(basis.source()) ? evidenceOnClaim.with(corrected) : evidenceOnClaim);
        if (all.values().stream()
                .noneMatch(evidenceOnClaim -> evidenceOnClaim.isFrom(basis.source()) && evidenceOnClaim.supports())) {
            EvidenceId id = new EvidenceId("r" + dated.revision());
            Claim.Evidence derived = new Claim.Evidence(id, onTheBasisOf(basis.source()), null, null);
            all.put(id, new EvidenceOnClaim(derived, false, dated.position(), dated.reported(), corrected));
        }
    }

    private static Testimony onTheBasisOf(SourceId source) {
        return new Testimony(source, Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);
    }

    private boolean isFrom(SourceId source) {
        return evidence.testimony().source().equals(source);
    }

    private boolean supports() {
        return evidence.testimony().stance() == Stance.SUPPORTS && isUpheld();
    }

    /** Whether the desk has made it its own. */
    boolean isAccepted() {
        return evidence.isAccepted();
    }

    /** Whether the desk has made it its own and nobody took it back. */
    boolean isUpheld() {
        return isAccepted() && evidence.withdrawal() == null;
    }

    private EvidenceOnClaim with(ValueAtFiling corrected) {
        return new EvidenceOnClaim(evidence, filed, position, reported, corrected);
    }

    private EvidenceOnClaim with(EvidenceWithdrawn withdrawn) {
        Claim.Evidence withdrawnEvidence =
                new Claim.Evidence(evidence.id(), evidence.testimony(), withdrawn, evidence.review());
        return new EvidenceOnClaim(withdrawnEvidence, filed, position, reported, valueAtFiling);
    }
}
