package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** What happens to a claim. */
public sealed interface ClaimEvent extends LedgerEvent {

    ClaimId claim();

    @Override
    default Set<EventTag> tags() {
        return Set.of(EventTag.claim(claim()));
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
            implements ClaimEvent {
        public ClaimAsserted(ClaimId claim, ClaimContent content, EvidenceId evidence, Testimony testimony) {
            this(claim, content, evidence, testimony, false);
        }

        @Override
        public Set<EventTag> tags() {
            Set<EventTag> eventTags = citing(claim, testimony);
            eventTags.add(EventTag.about(content.subject()));
            if (content.value() instanceof Value.AnotherSubject other) {
                eventTags.add(EventTag.about(other.subject()));
            }
            return eventTags;
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
            @OmittedUnlessSet boolean proposed) implements ClaimEvent {
        public EvidenceAttached(ClaimId claim, EvidenceId evidence, Testimony testimony) {
            this(claim, evidence, testimony, false);
        }

        @Override
        public Set<EventTag> tags() {
            return citing(claim, testimony);
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
        public Set<EventTag> tags() {
            return basedOn(claim, basis);
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
        public Set<EventTag> tags() {
            Set<EventTag> eventTags = basedOn(claim, basis);
            if (changes.value() instanceof Value.AnotherSubject other) {
                eventTags.add(EventTag.about(other.subject()));
            }
            return eventTags;
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
        public Set<EventTag> tags() {
            return basedOn(claim, basis);
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
        public Set<EventTag> tags() {
            return basedOn(claim, basis);
        }
    }

    /** The desk ranked the claim among the answers to its question. */
    record ClaimRanked(ClaimId claim, Rank rank, @Nullable String reason) implements ClaimEvent {
        public ClaimRanked {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** Somebody checked the claim. */
    record ClaimAssessed(
            ClaimId claim, Verdict verdict, @Nullable String rationale) implements ClaimEvent {
        public ClaimAssessed {
            TextRules.linesAt("/rationale", rationale, TextRules.NOTE);
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
        public Set<EventTag> tags() {
            return Set.of(EventTag.claim(claim), EventTag.claim(other));
        }
    }

    private static Set<EventTag> citing(ClaimId claim, Testimony testimony) {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        eventTags.add(EventTag.claim(claim));
        eventTags.add(EventTag.cites(testimony.source()));
        for (Attestor attestor : testimony.attribution()) {
            switch (attestor) {
                case Attestor.BySource by -> eventTags.add(EventTag.cites(by.source()));
                case Attestor.BySubject by -> eventTags.add(EventTag.about(by.subject()));
                case Attestor.ByName byName -> {}
            }
        }
        return eventTags;
    }

    private static Set<EventTag> basedOn(ClaimId claim, @Nullable Basis basis) {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        eventTags.add(EventTag.claim(claim));
        if (basis != null) {
            eventTags.add(EventTag.cites(basis.source()));
        }
        return eventTags;
    }
}
