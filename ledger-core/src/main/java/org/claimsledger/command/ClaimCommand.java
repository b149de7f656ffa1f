package org.claimsledger.command;

import java.util.List;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** A command about a claim. */
public sealed interface ClaimCommand extends LedgerCommand {

    ClaimId claim();

    @Override
    default String target() {
        return claim().value();
    }

    /** A command that states something about the world, and therefore may have to wait for an editor. */
    sealed interface Proposable extends ClaimCommand {

        /** Whether it waits. */
        boolean proposed();

        /** This command as a proposal, which waits for an editor. */
        Proposable asProposal();
    }

    /** Files a claim with its first evidence, which is named {@code e1} unless the client names it. */
    record AssertClaim(
            ClaimId claim, ClaimContent content, @Nullable EvidenceId evidence, Testimony testimony, boolean proposed)
            implements Proposable {
        public AssertClaim(ClaimId claim, ClaimContent content, @Nullable EvidenceId evidence, Testimony testimony) {
            this(claim, content, evidence, testimony, false);
        }

        @Override
        public AssertClaim asProposal() {
            return new AssertClaim(claim, content, evidence, testimony, true);
        }
    }

    /** Adds a source's support, dispute, denial or mention. */
    record AttachEvidence(ClaimId claim, @Nullable EvidenceId evidence, Testimony testimony, boolean proposed)
            implements Proposable {
        public AttachEvidence(ClaimId claim, @Nullable EvidenceId evidence, Testimony testimony) {
            this(claim, evidence, testimony, false);
        }

        @Override
        public AttachEvidence asProposal() {
            return new AttachEvidence(claim, evidence, testimony, true);
        }
    }

    /**
     * Accepts or refuses what was proposed.
     *
     * @param evidence which filings, by their evidence; empty for the claim itself, with what it was filed with, and in case
     *     of a refusal with everything else that waits on it
     */
    record ReviewClaim(
            ClaimId claim,
            ReviewDecision decision,
            List<EvidenceId> evidence,
            @Nullable String reason) implements ClaimCommand {}

    /** Takes a piece of evidence back. */
    record WithdrawEvidence(
            ClaimId claim,
            EvidenceId evidence,
            @Nullable Basis basis,
            List<ReasonCode> reasons,
            @Nullable String note) implements ClaimCommand {}

    /** Changes what the claim says. */
    record ReviseClaim(
            ClaimId claim,
            RevisionKind kind,
            ContentChanges changes,
            @Nullable Basis basis,
            @Nullable String reason) implements ClaimCommand {}

    /**
     * Ends the claim's valid time and asserts another claim that supersedes it, both at once.
     *
     * @param ended when the old state of the world ended
     */
    record SucceedClaim(
            ClaimId claim,
            Edtf ended,
            @Nullable Basis basis,
            @Nullable String reason,
            AssertClaim successor) implements ClaimCommand {}

    /** Takes the claim back. */
    record RetractClaim(
            ClaimId claim,
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) implements ClaimCommand {}

    /** Undoes a retraction. */
    record ReinstateClaim(
            ClaimId claim,
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) implements ClaimCommand {}

    /** Ranks the claim among the answers to its question. */
    record RankClaim(ClaimId claim, Rank rank, @Nullable String reason) implements ClaimCommand {}

    /** Gives the result of checking the claim: by the desk, unless an assessor is named. */
    record AssessClaim(
            ClaimId claim,
            Verdict verdict,
            @Nullable String rationale,
            @Nullable Basis basis,
            @Nullable Attestor assessor,
            @Nullable Edtf assessedOn)
            implements ClaimCommand {

        /** A check by the desk itself. */
        public AssessClaim(ClaimId claim, Verdict verdict, @Nullable String rationale) {
            this(claim, verdict, rationale, null, null, null);
        }
    }

    /** Relates the claim to another one. */
    record RelateClaims(
            ClaimId claim,
            ClaimRelation relation,
            ClaimId other,
            @Nullable String reason) implements ClaimCommand {}

    /** Takes back a relation to another claim that was recorded by mistake. */
    record WithdrawRelation(
            ClaimId claim,
            ClaimRelation relation,
            ClaimId other,
            @Nullable String reason) implements ClaimCommand {}
}
