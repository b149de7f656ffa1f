package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** An event of a claim. */
public sealed interface ClaimEvent extends LedgerEvent {

    ClaimId claim();

    /** All claims that this event belongs to: two, if it relates them. */
    default List<ClaimId> claims() {
        return List.of(claim());
    }

    /** Evidence that somebody filed: with a new claim, or on one that is there. */
    sealed interface EvidenceFiled extends ClaimEvent {

        EvidenceId evidence();

        Testimony testimony();

        /** Whether it waits for an editor. */
        boolean proposed();
    }

    /**
     * A proposition, with its first evidence.
     *
     * @param proposed whether it waits for an editor; left out where it doesn't
     */
    record ClaimAsserted(
            ClaimId claim,
            ClaimContent content,
            EvidenceId evidence,
            Testimony testimony,
            @OmittedUnlessSet boolean proposed)
            implements EvidenceFiled {
        public ClaimAsserted(ClaimId claim, ClaimContent content, EvidenceId evidence, Testimony testimony) {
            this(claim, content, evidence, testimony, false);
        }

        @Override
        public ClaimAsserted redacted(HiddenEvidence hidden) {
            return new ClaimAsserted(claim, content, evidence, testimony.redacted(hidden), proposed);
        }
    }

    /**
     * One more source bears on the claim.
     *
     * @param proposed whether it waits for an editor; left out where it doesn't
     */
    record EvidenceAttached(
            ClaimId claim,
            EvidenceId evidence,
            Testimony testimony,
            @OmittedUnlessSet boolean proposed) implements EvidenceFiled {
        public EvidenceAttached(ClaimId claim, EvidenceId evidence, Testimony testimony) {
            this(claim, evidence, testimony, false);
        }

        @Override
        public EvidenceAttached redacted(HiddenEvidence hidden) {
            return new EvidenceAttached(claim, evidence, testimony.redacted(hidden), proposed);
        }
    }

    /**
     * An editor decided on what was proposed.
     *
     * @param evidence which filings, by their evidence, at least one: the claim's first stands for the claim itself, so that
     *     neither is accepted or refused without the other
     */
    record ClaimReviewed(
            ClaimId claim,
            ReviewDecision decision,
            List<EvidenceId> evidence,
            @Nullable String reason) implements ClaimEvent {
        public ClaimReviewed {
            evidence = TextRules.entriesAt("/evidence", evidence);
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        /** The reason is removed if any of the evidence is from a hidden source, because it may identify the source. */
        @Override
        public ClaimReviewed redacted(HiddenEvidence hidden) {
            boolean couldReveal = evidence.stream().anyMatch(filing -> hidden.isHidden(new EvidenceRef(claim, filing)));
            return new ClaimReviewed(claim, decision, evidence, couldReveal ? null : reason);
        }
    }

    /** A piece of evidence was taken back. */
    record EvidenceWithdrawn(
            ClaimId claim,
            EvidenceId evidence,
            @Nullable Basis basis,
            List<ReasonCode> reasons,
            @Nullable String note) implements ClaimEvent {
        public EvidenceWithdrawn {
            reasons = TextRules.entriesAt("/reasons", reasons);
            TextRules.linesAt("/note", note, TextRules.NOTE);
        }

        @Override
        public EvidenceWithdrawn redacted(HiddenEvidence hidden) {
            boolean couldReveal = Basis.isHidden(basis, hidden) || hidden.isHidden(new EvidenceRef(claim, evidence));
            return new EvidenceWithdrawn(
                    claim, evidence, Basis.redacted(basis, hidden), reasons, couldReveal ? null : note);
        }
    }

    /** The claim's content changed. */
    record ClaimRevised(
            ClaimId claim,
            RevisionKind kind,
            ContentChanges changes,
            @Nullable Basis basis,
            @Nullable String reason) implements ClaimEvent {
        public ClaimRevised {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public ClaimRevised redacted(HiddenEvidence hidden) {
            return new ClaimRevised(
                    claim, kind, changes, Basis.redacted(basis, hidden), Basis.isHidden(basis, hidden) ? null : reason);
        }
    }

    /** The desk took the claim back. */
    record ClaimRetracted(
            ClaimId claim,
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) implements ClaimEvent {
        public ClaimRetracted {
            reasons = TextRules.entriesAt("/reasons", reasons);
            TextRules.linesAt("/note", note, TextRules.NOTE);
        }

        @Override
        public ClaimRetracted redacted(HiddenEvidence hidden) {
            return new ClaimRetracted(
                    claim, reasons, Basis.redacted(basis, hidden), Basis.isHidden(basis, hidden) ? null : note);
        }
    }

    /** The desk stands by the claim again. */
    record ClaimReinstated(
            ClaimId claim,
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) implements ClaimEvent {
        public ClaimReinstated {
            reasons = TextRules.entriesAt("/reasons", reasons);
            TextRules.linesAt("/note", note, TextRules.NOTE);
        }

        @Override
        public ClaimReinstated redacted(HiddenEvidence hidden) {
            return new ClaimReinstated(
                    claim, reasons, Basis.redacted(basis, hidden), Basis.isHidden(basis, hidden) ? null : note);
        }
    }

    /** The desk ranked the claim among the answers to its question. */
    record ClaimRanked(ClaimId claim, Rank rank, @Nullable String reason) implements ClaimEvent {
        public ClaimRanked {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public ClaimRanked redacted(HiddenEvidence hidden) {
            return this;
        }
    }

    /**
     * Somebody checked the claim.
     *
     * @param basis the source that the check was published in, or rests on
     * @param assessor who checked it, a text or a subject; the desk itself where absent
     * @param assessedOn when it was checked, in the world
     */
    record ClaimAssessed(
            ClaimId claim,
            Verdict verdict,
            @Nullable String rationale,
            @Nullable Basis basis,
            @Nullable Attestor assessor,
            @Nullable Edtf assessedOn)
            implements ClaimEvent {
        public ClaimAssessed {
            TextRules.linesAt("/rationale", rationale, TextRules.NOTE);
            if (assessor instanceof Attestor.BySource) {
                throw Refused.because(
                        RefusalCode.WRONG_TYPE, "/assessor", "Somebody assesses a claim; the source is the basis");
            }
        }

        /** The rationale of a check without a basis: any other one could tell of a source that some readers may not know. */
        public @Nullable String openRationale() {
            return basis == null ? rationale : null;
        }

        /** A check by the desk itself. */
        public ClaimAssessed(ClaimId claim, Verdict verdict, @Nullable String rationale) {
            this(claim, verdict, rationale, null, null, null);
        }

        @Override
        public ClaimAssessed redacted(HiddenEvidence hidden) {
            return Basis.isHidden(basis, hidden)
                    ? new ClaimAssessed(claim, verdict, null, Basis.redacted(basis, hidden), null, null)
                    : this;
        }
    }

    /** Two claims were related to each other; an event of both. */
    record ClaimsRelated(
            ClaimId claim,
            ClaimRelation relation,
            ClaimId other,
            @Nullable String reason) implements ClaimEvent {
        public ClaimsRelated {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public List<ClaimId> claims() {
            return List.of(claim, other);
        }

        /** Whether it relates the two so; a symmetric relation says the same the other way round. */
        public boolean says(ClaimId one, ClaimRelation so, ClaimId another) {
            return relation == so
                    && (claim.equals(one) && other.equals(another)
                            || so.isSymmetric() && claim.equals(another) && other.equals(one));
        }

        @Override
        public ClaimsRelated redacted(HiddenEvidence hidden) {
            return this;
        }
    }

    /** The desk took back a relation that it had recorded by mistake: from now on it never was. An event of both claims. */
    record RelationWithdrawn(
            ClaimId claim,
            ClaimRelation relation,
            ClaimId other,
            @Nullable String reason) implements ClaimEvent {
        public RelationWithdrawn {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public List<ClaimId> claims() {
            return List.of(claim, other);
        }

        /** Whether it takes this relation back; a symmetric one is the same the other way round. */
        public boolean isOf(ClaimsRelated related) {
            return related.says(claim, relation, other);
        }

        @Override
        public RelationWithdrawn redacted(HiddenEvidence hidden) {
            return this;
        }
    }

    @Override
    default Set<EventTag> tags() {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        claims().forEach(claim -> eventTags.add(EventTag.claim(claim)));
        citedSources().forEach(source -> eventTags.add(EventTag.cites(source)));
        subjects().forEach(subject -> eventTags.add(EventTag.about(subject)));
        if (this instanceof EvidenceFiled filed && filed.testimony().attestor() instanceof Attestor.ByName by) {
            eventTags.add(EventTag.name(by.name()));
        }
        return eventTags;
    }

    /** The subjects that it names. */
    default Set<SubjectId> subjects() {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        switch (this) {
            case ClaimAsserted it -> {
                subjects.addAll(it.testimony().subjects());
                subjects.add(it.content().subject());
                subjects.addAll(it.content().namedSubjects());
            }
            case EvidenceAttached it -> subjects.addAll(it.testimony().subjects());
            case ClaimRevised it -> subjects.addAll(it.changes().namedSubjects());
            case ClaimReviewed it -> {}
            case EvidenceWithdrawn it -> {}
            case ClaimRetracted it -> {}
            case ClaimReinstated it -> {}
            case ClaimRanked it -> {}
            case ClaimAssessed it -> {
                if (it.assessor() instanceof Attestor.BySubject by) {
                    subjects.add(by.subject());
                }
            }
            case ClaimsRelated it -> {}
            case RelationWithdrawn it -> {}
        }
        return subjects;
    }

    @Override
    default Set<SourceId> citedSources() {
        return switch (this) {
            case EvidenceFiled it -> it.testimony().sources();
            case ClaimReviewed it -> Set.of();
            case EvidenceWithdrawn it -> Basis.sources(it.basis());
            case ClaimRevised it -> Basis.sources(it.basis());
            case ClaimRetracted it -> Basis.sources(it.basis());
            case ClaimReinstated it -> Basis.sources(it.basis());
            case ClaimRanked it -> Set.of();
            case ClaimAssessed it -> Basis.sources(it.basis());
            case ClaimsRelated it -> Set.of();
            case RelationWithdrawn it -> Set.of();
        };
    }

    @Override
    default EventReason because() {
        return switch (this) {
            case EvidenceFiled it -> EventReason.NONE;
            case ClaimReviewed it -> EventReason.of(it.reason());
            case EvidenceWithdrawn it -> EventReason.of(it.note(), it.reasons(), it.basis());
            case ClaimRevised it -> EventReason.of(it.reason(), List.of(), it.basis());
            case ClaimRetracted it -> EventReason.of(it.note(), it.reasons(), it.basis());
            case ClaimReinstated it -> EventReason.of(it.note(), it.reasons(), it.basis());
            case ClaimRanked it -> EventReason.of(it.reason());
            case ClaimAssessed it -> EventReason.of(it.rationale(), List.of(), it.basis());
            case ClaimsRelated it -> EventReason.of(it.reason());
            case RelationWithdrawn it -> EventReason.of(it.reason());
        };
    }

    @Override
    ClaimEvent redacted(HiddenEvidence hidden);
}
