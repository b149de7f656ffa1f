package org.claimsledger.api.read;

import org.claimsledger.projection.claims.FilingQueries.FilingAt;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.EvidenceId;

/**
 * A filing that waits for an editor.
 *
 * @param position of the event that filed it
 * @param batch the request that it was filed with
 * @param files whether it is the claim, with this evidence, or the evidence alone
 * @param claim at the viewpoint
 */
public record ProposalView(
        long position,
        String filedAt,
        String actor,
        String batch,
        ProposedPart files,
        EvidenceId evidence,
        ClaimView claim) {

    /** The kind of filing. */
    public enum ProposedPart {
        CLAIM,
        EVIDENCE
    }

    public static ProposalView of(FilingAt filing, ClaimView claim) {
        return new ProposalView(
                filing.position(),
                Rfc3339.format(filing.filedAt()),
                filing.provenance().actor(),
                filing.provenance().request(),
                filing.isOfTheClaim() ? ProposedPart.CLAIM : ProposedPart.EVIDENCE,
                filing.evidence(),
                claim);
    }
}
