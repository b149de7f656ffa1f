package org.claimsledger.api.review;

import org.claimsledger.api.claim.ClaimView;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.versions.FilingAt;
import org.claimsledger.value.EvidenceId;

/**
 * A filing that waits for an editor.
 *
 * @param position where it was filed
 * @param batch the request that it was filed with
 * @param files whether the claim itself, with this evidence, or the evidence alone
 * @param claim as it stands
 */
public record FilingView(
        long position, String filedAt, String actor, String batch, Files files, EvidenceId evidence, ClaimView claim) {

    /** What was filed. */
    public enum Files {
        CLAIM,
        EVIDENCE
    }

    static FilingView of(FilingAt filing, ClaimView claim) {
        return new FilingView(
                filing.position(),
                Times.text(filing.filedAt()),
                filing.provenance().actor(),
                filing.provenance().request(),
                filing.isOfTheClaim() ? Files.CLAIM : Files.EVIDENCE,
                filing.evidence(),
                claim);
    }
}
