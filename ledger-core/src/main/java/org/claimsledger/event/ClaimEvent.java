package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Value;
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

    /** Somebody checked the claim. */
    record ClaimAssessed(
            ClaimId claim, Verdict verdict, @Nullable String rationale) implements ClaimEvent {
        public ClaimAssessed {
            TextRules.linesAt("/rationale", rationale, TextRules.NOTE);
        }

        @Override
        public ClaimAssessed redacted(HiddenEvidence hidden) {
            return this;
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

        @Override
        public ClaimsRelated redacted(HiddenEvidence hidden) {
            return this;
        }
    }

    @Override
    default Set<EventTag> tags() {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        claims().forEach(claim -> eventTags.add(EventTag.claim(claim)));
        citedSources().forEach(source -> eventTags.add(EventTag.cites(source)));
        subjects().forEach(subject -> eventTags.add(EventTag.about(subject)));
        return eventTags;
    }

    /** The subjects that it names. */
    default Set<SubjectId> subjects() {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        switch (this) {
            case ClaimAsserted it -> {
                subjects.addAll(it.testimony().subjects());
                subjects.add(it.content().subject());
                subjects.addAll(subjects(it.content().value()));
            }
            case EvidenceAttached it -> subjects.addAll(it.testimony().subjects());
            case ClaimRevised it -> subjects.addAll(subjects(it.changes().value()));
            case ClaimReviewed it -> {}
            case EvidenceWithdrawn it -> {}
            case ClaimRetracted it -> {}
            case ClaimReinstated it -> {}
            case ClaimRanked it -> {}
            case ClaimAssessed it -> {}
            case ClaimsRelated it -> {}
        }
        return subjects;
    }

    private static Set<SubjectId> subjects(@Nullable Value value) {
        return value instanceof Value.AnotherSubject other ? Set.of(other.subject()) : Set.of();
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
            case ClaimAssessed it -> Set.of();
            case ClaimsRelated it -> Set.of();
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
            case ClaimAssessed it -> EventReason.of(it.rationale());
            case ClaimsRelated it -> EventReason.of(it.reason());
        };
    }

    @Override
    ClaimEvent redacted(HiddenEvidence hidden);
}
