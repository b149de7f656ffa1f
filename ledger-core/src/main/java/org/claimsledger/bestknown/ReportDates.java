package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.List;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * When an event counts as published, as far as is known at one recorded time: on the date of the source that it rests on;
 * without one at the beginning of time, where nothing but the desk's own error is taken back; else when it was recorded.
 */
final class ReportDates {

    /** Before everything that was ever published. */
    static final Instant BEGINNING_OF_TIME = Instant.MIN;

    private final SourceHistories sourceHistories;

    ReportDates(SourceHistories sourceHistories) {
        this.sourceHistories = sourceHistories;
    }

    /** Evidence from an unknown source counts from its recording. */
    Instant ofEvidenceFrom(SourceId source, Instant recordedAt) {
        SourceHistory state = sourceHistories.source(source);
        return state == null ? recordedAt : state.reported();
    }

    Instant ofRevision(ClaimRevised revised, Instant recordedAt) {
        return ofDecision(revised.basis(), recordedAt, revised.kind() != RevisionKind.UPDATE);
    }

    /** A retraction of a claim, or a withdrawal of evidence. */
    Instant ofTakingBack(List<ReasonCode> reasons, @Nullable Basis basis, Instant recordedAt) {
        return ofDecision(basis, recordedAt, ReasonCode.onlyDesksOwnErrors(reasons));
    }

    /** A reinstatement is dated as what it undoes, unless it has a basis of its own. */
    Instant ofReinstatement(@Nullable Basis basis, Instant recordedAt, Instant undone) {
        return basis == null ? undone : ofEvidenceFrom(basis.source(), recordedAt);
    }

    private Instant ofDecision(@Nullable Basis basis, Instant recordedAt, boolean wasNeverSo) {
        if (basis != null) {
            return ofEvidenceFrom(basis.source(), recordedAt);
        }
        return wasNeverSo ? BEGINNING_OF_TIME : recordedAt;
    }

    /** A link of a chain is reported no earlier than the one before it, so that every viewpoint sees a prefix. */
    static Instant later(Instant own, Instant predecessor) {
        return own.isAfter(predecessor) ? own : predecessor;
    }
}
