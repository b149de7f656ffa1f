package org.claimsledger.claim;

import java.util.List;
import java.util.regex.Pattern;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.AttachEvidence;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.ClaimCommand.ReinstateClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.command.ClaimCommand.ReviseClaim;
import org.claimsledger.command.ClaimCommand.SucceedClaim;
import org.claimsledger.command.ClaimCommand.WithdrawEvidence;
import org.claimsledger.command.ClaimCommand.WithdrawRelation;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Edtf.InvalidEdtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** One decision on a command about a claim, with all that it looks up. */
final class ClaimDecision {

    /** Names for evidence that the ledger derives from revisions; nobody else may use them. */
    private static final Pattern DERIVED = Pattern.compile("r\\d+");

    private final ClaimDecider.Lookups lookups;
    private final ContentRules contentRules;
    private final DuplicateEvidence duplicateEvidence;
    private final ReviewRules reviewRules;

    ClaimDecision(ClaimDecider.Lookups lookups) {
        this.lookups = lookups;
        this.contentRules = new ContentRules(lookups);
        this.duplicateEvidence = new DuplicateEvidence(lookups);
        this.reviewRules = new ReviewRules(duplicateEvidence);
    }

    List<ClaimEvent> on(ClaimCommand command) {
        return switch (command) {
            case AssertClaim it -> List.of(asserted(it, ""));
            case AttachEvidence it -> List.of(attached(it));
            case ReviewClaim it -> List.of(reviewRules.review(it, require(it.claim(), "")));
            case WithdrawEvidence it -> List.of(withdrawn(it));
            case ReviseClaim it -> List.of(revised(it));
            case SucceedClaim it -> succeeded(it);
            case RetractClaim it -> List.of(retracted(it));
            case ReinstateClaim it -> List.of(reinstated(it));
            case RankClaim it -> List.of(ranked(it));
            case AssessClaim it -> List.of(assessed(it));
            case RelateClaims it -> List.of(related(it));
            case WithdrawRelation it -> List.of(withdrawn(it));
        };
    }

    private ClaimAsserted asserted(AssertClaim command, String pointer) {
        if (lookups.claim(command.claim()) != null) {
            throw Refused.because(
                    RefusalCode.ID_TAKEN, pointer + "/id", "There is a claim " + command.claim() + " already");
        }
        contentRules.requireValidContent(command.claim(), command.content(), pointer);
        contentRules.requireSourceAndAttestorsAreKnown(command.testimony(), pointer + "/evidence");
        EvidenceId evidence = command.evidence() == null ? new EvidenceId("e1") : command.evidence();
        requireNameIsNotDerived(evidence, pointer + "/evidence/id");
        return new ClaimAsserted(command.claim(), command.content(), evidence, command.testimony(), command.proposed());
    }

    private EvidenceAttached attached(AttachEvidence command) {
        Claim claim = require(command.claim(), "");
        contentRules.requireSourceAndAttestorsAreKnown(command.testimony(), "");
        duplicateEvidence.requireNone(
                command.testimony(),
                claim,
                earlier -> earlier.review() == null || earlier.review().state() != Review.ReviewState.REFUSED,
                "/source");
        EvidenceId id = command.evidence() == null ? nextEvidence(claim) : command.evidence();
        requireNameIsNotDerived(id, "/id");
        if (claim.evidence().containsKey(id)) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/id", "The claim has evidence " + id + " already");
        }
        return new EvidenceAttached(claim.id(), id, command.testimony(), command.proposed());
    }

    private EvidenceWithdrawn withdrawn(WithdrawEvidence command) {
        Claim claim = require(command.claim(), "");
        Claim.Evidence evidence = claim.evidence().get(command.evidence());
        if (evidence == null) {
            throw Refused.because(
                    RefusalCode.EVIDENCE_UNKNOWN, "Claim " + claim.id() + " has no evidence " + command.evidence());
        }
        if (!evidence.isAccepted()) {
            throw Refused.because(
                    RefusalCode.NOT_ACCEPTED,
                    "Evidence " + command.evidence() + " was not accepted: it is refused, not withdrawn");
        }
        if (evidence.withdrawal() != null) {
            throw Refused.because(
                    RefusalCode.ALREADY_WITHDRAWN, "Evidence " + command.evidence() + " is withdrawn already");
        }
        requireBasisIsKnown(command.basis());
        return new EvidenceWithdrawn(
                claim.id(), command.evidence(), command.basis(), command.reasons(), command.note());
    }

    private ClaimRevised revised(ReviseClaim command) {
        Claim claim = require(command.claim(), "");
        ContentChanges changes =
                command.changes().clearingOutdatedStatement(claim.content()).withoutRepetitions(claim.content());
        requireKindAllows(command.kind(), changes);
        requireBasisIsKnown(command.basis());
        ClaimContent after = changes.applyTo(claim.content());
        if (after.equals(claim.content())) {
            throw Refused.because(
                    RefusalCode.REVISION_WITHOUT_CHANGE, "/changes", "The claim says all of this already");
        }
        if (changes.touchesValueOrQualifiers()) {
            contentRules.requireValidContent(claim.id(), after, "/changes");
        }
        return new ClaimRevised(claim.id(), command.kind(), changes, command.basis(), command.reason());
    }

    private List<ClaimEvent> succeeded(SucceedClaim command) {
        Claim claim = require(command.claim(), "");
        requireBasisIsKnown(command.basis());
        Edtf ended = endedAt(claim.content().valid(), command.ended());
        if (ended.equals(claim.content().valid())) {
            throw Refused.because(RefusalCode.REVISION_WITHOUT_CHANGE, "/ended", "The claim ended then already");
        }
        ClaimRevised revised = new ClaimRevised(
                claim.id(), RevisionKind.UPDATE, ContentChanges.ofValidTime(ended), command.basis(), command.reason());
        ClaimAsserted successor = asserted(command.successor(), "/claim");
        return List.of(
                revised,
                successor,
                new ClaimsRelated(successor.claim(), ClaimRelation.SUPERSEDES, claim.id(), command.reason()));
    }

    private ClaimRetracted retracted(RetractClaim command) {
        Claim claim = require(command.claim(), "");
        if (!claim.isAccepted()) {
            throw Refused.because(
                    RefusalCode.NOT_ACCEPTED,
                    "Claim " + claim.id() + " was not accepted: it is refused, not retracted");
        }
        if (claim.retraction() != null) {
            throw Refused.because(RefusalCode.ALREADY_RETRACTED, "Claim " + claim.id() + " is retracted already");
        }
        requireBasisIsKnown(command.basis());
        return new ClaimRetracted(claim.id(), command.reasons(), command.basis(), command.note());
    }

    private ClaimReinstated reinstated(ReinstateClaim command) {
        Claim claim = require(command.claim(), "");
        if (claim.retraction() == null) {
            throw Refused.because(RefusalCode.NOT_RETRACTED, "Claim " + claim.id() + " is not retracted");
        }
        requireBasisIsKnown(command.basis());
        return new ClaimReinstated(claim.id(), command.reasons(), command.basis(), command.note());
    }

    private ClaimRanked ranked(RankClaim command) {
        Claim claim = require(command.claim(), "");
        return new ClaimRanked(claim.id(), command.rank(), command.reason());
    }

    private ClaimAssessed assessed(AssessClaim command) {
        Claim claim = require(command.claim(), "");
        requireBasisIsKnown(command.basis());
        contentRules.requireAssessorIsKnown(command.assessor(), "/assessor");
        return new ClaimAssessed(
                claim.id(),
                command.verdict(),
                command.rationale(),
                command.basis(),
                command.assessor(),
                command.assessedOn());
    }

    private ClaimsRelated related(RelateClaims command) {
        Claim claim = require(command.claim(), "");
        if (command.other().equals(claim.id())) {
            throw Refused.because(RefusalCode.SELF_REFERENCE, "/other", "A claim is not related to itself");
        }
        require(command.other(), "/other");
        boolean alreadyRelated =
                claim.relations().stream().anyMatch(it -> it.says(claim.id(), command.relation(), command.other()));
        if (alreadyRelated) {
            throw Refused.because(RefusalCode.RELATION_DUPLICATE, "/relation", "The two are so related already");
        }
        return new ClaimsRelated(claim.id(), command.relation(), command.other(), command.reason());
    }

    private RelationWithdrawn withdrawn(WithdrawRelation command) {
        Claim claim = require(command.claim(), "");
        if (claim.relations().stream().noneMatch(it -> it.says(claim.id(), command.relation(), command.other()))) {
            throw Refused.because(
                    RefusalCode.RELATION_UNKNOWN, "/relation", "The claim is not so related to " + command.other());
        }
        return new RelationWithdrawn(claim.id(), command.relation(), command.other(), command.reason());
    }

    private Claim require(ClaimId id, String pointer) {
        Claim claim = lookups.claim(id);
        if (claim == null) {
            throw Refused.because(RefusalCode.CLAIM_UNKNOWN, pointer, "There is no claim " + id);
        }
        return claim;
    }

    private void requireBasisIsKnown(@Nullable Basis basis) {
        if (basis != null && lookups.source(basis.source()) == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, "/basis/source", "There is no source " + basis.source());
        }
    }

    private static EvidenceId nextEvidence(Claim claim) {
        int number = claim.evidence().size() + 1;
        while (claim.evidence().containsKey(new EvidenceId("e" + number))) {
            number++;
        }
        return new EvidenceId("e" + number);
    }

    private static void requireNameIsNotDerived(EvidenceId id, String pointer) {
        if (DERIVED.matcher(id.value()).matches()) {
            throw Refused.because(
                    RefusalCode.INVALID_ID, pointer, "r1, r2, … name the evidence that corrections bring along");
        }
    }

    private static void requireKindAllows(RevisionKind kind, ContentChanges changes) {
        switch (kind) {
            case CORRECTION -> {}
            case UPDATE -> {
                if (changes.touchesValueOrQualifiers()) {
                    throw Refused.because(
                            RefusalCode.UPDATE_CHANGES_VALUE,
                            changes.value() == null ? "/changes/qualifiers" : "/changes/value",
                            "A new state of the world is another claim, which supersedes this one");
                }
            }
            case CLARIFICATION -> {
                if (changes.touchesValueOrQualifiers() || changes.touchesTime() || changes.touchesFinality()) {
                    throw Refused.because(
                            RefusalCode.CLARIFICATION_CHANGES_CONTENT,
                            "/changes",
                            "A clarification says the same in better words; use a correction or an update");
                }
            }
        }
    }

    /** The valid time with another end; its start stays as it was, unknown if there was none. */
    private static Edtf endedAt(@Nullable Edtf valid, Edtf ended) {
        String end = ended.toString();
        if (end.contains("/")) {
            throw Refused.because(RefusalCode.INVALID_EDTF, "/ended", "A single date, no interval");
        }
        String text = valid == null ? "" : valid.toString();
        int slash = text.indexOf('/');
        String start = slash < 0 ? text : text.substring(0, slash);
        try {
            return Edtf.parse(start + "/" + end);
        } catch (InvalidEdtf invalid) {
            throw Refused.because(RefusalCode.INVALID_EDTF, "/ended", String.valueOf(invalid.getMessage()));
        }
    }
}
