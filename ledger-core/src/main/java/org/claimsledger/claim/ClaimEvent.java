package org.claimsledger.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.LeftOutUnlessSet;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Texts;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** What happens to a claim. */
public sealed interface ClaimEvent extends LedgerEvent {

    ClaimId claim();

    @Override
    default Set<Tag> tags() {
        return Set.of(Tag.claim(claim()));
    }

    /**
     * A proposition, with its first evidence.
     *
     * @param proposed whether it waits for an editor; left out where it doesn't
     */
    record ClaimAsserted(
            ClaimId claim,
            Content content,
            EvidenceId evidence,
            Testimony testimony,
            @LeftOutUnlessSet boolean proposed)
            implements ClaimEvent {
        public ClaimAsserted(ClaimId claim, Content content, EvidenceId evidence, Testimony testimony) {
            this(claim, content, evidence, testimony, false);
        }

        @Override
        public Set<Tag> tags() {
            Set<Tag> tags = citing(claim, testimony);
            tags.add(Tag.about(content.subject()));
            if (content.value() instanceof Value.AnotherSubject other) {
                tags.add(Tag.about(other.subject()));
            }
            return tags;
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
            @LeftOutUnlessSet boolean proposed) implements ClaimEvent {
        public EvidenceAttached(ClaimId claim, EvidenceId evidence, Testimony testimony) {
            this(claim, evidence, testimony, false);
        }

        @Override
        public Set<Tag> tags() {
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
            Review.Decision decision,
            List<EvidenceId> evidence,
            @Nullable String reason) implements ClaimEvent {
        public ClaimReviewed {
            evidence = Texts.entriesAt("/evidence", evidence);
            Texts.linesAt("/reason", reason, Texts.NOTE);
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
            reasons = Texts.entriesAt("/reasons", reasons);
            Texts.linesAt("/note", note, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
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
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
            Set<Tag> tags = basedOn(claim, basis);
            if (changes.value() instanceof Value.AnotherSubject other) {
                tags.add(Tag.about(other.subject()));
            }
            return tags;
        }
    }

    /** The desk took the claim back. */
    record ClaimRetracted(
            ClaimId claim,
            List<ReasonCode> reasons,
            @Nullable Basis basis,
            @Nullable String note) implements ClaimEvent {
        public ClaimRetracted {
            reasons = Texts.entriesAt("/reasons", reasons);
            Texts.linesAt("/note", note, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
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
            reasons = Texts.entriesAt("/reasons", reasons);
            Texts.linesAt("/note", note, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
            return basedOn(claim, basis);
        }
    }

    /** The desk ranked the claim among the answers to its question. */
    record ClaimRanked(ClaimId claim, Rank rank, @Nullable String reason) implements ClaimEvent {
        public ClaimRanked {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }
    }

    /** Somebody checked the claim. */
    record ClaimAssessed(
            ClaimId claim, Verdict verdict, @Nullable String rationale) implements ClaimEvent {
        public ClaimAssessed {
            Texts.linesAt("/rationale", rationale, Texts.NOTE);
        }
    }

    /** Two claims were related to each other; an event of both. */
    record ClaimsRelated(
            ClaimId claim,
            Relation relation,
            ClaimId other,
            @Nullable String reason) implements ClaimEvent {
        public ClaimsRelated {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.claim(claim), Tag.claim(other));
        }
    }

    private static Set<Tag> citing(ClaimId claim, Testimony testimony) {
        Set<Tag> tags = new LinkedHashSet<>();
        tags.add(Tag.claim(claim));
        tags.add(Tag.cites(testimony.source()));
        for (Attestor attestor : testimony.attribution()) {
            switch (attestor) {
                case Attestor.BySource by -> tags.add(Tag.cites(by.source()));
                case Attestor.BySubject by -> tags.add(Tag.about(by.subject()));
                case Attestor.Named named -> {}
            }
        }
        return tags;
    }

    private static Set<Tag> basedOn(ClaimId claim, @Nullable Basis basis) {
        Set<Tag> tags = new LinkedHashSet<>();
        tags.add(Tag.claim(claim));
        if (basis != null) {
            tags.add(Tag.cites(basis.source()));
        }
        return tags;
    }
}
