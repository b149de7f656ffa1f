package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.List;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * When an event counts as published, as far as is known at one recorded time: on the date of the source that it rests on;
 * without one at the beginning of time, where nothing but the desk's own error is taken back; else when it was recorded.
 */
final class ReportDates {

    /** Before everything that was ever published. */
    static final Instant BEGINNING = Instant.MIN;

    private final Sources sources;

    ReportDates(Sources sources) {
        this.sources = sources;
    }

    /** On a source that nobody knows, from its recording. */
    Instant restingOn(SourceId source, Instant recordedAt) {
        SourceState state = sources.source(source);
        return state == null ? recordedAt : state.reported();
    }

    Instant revision(ClaimRevised revised, Instant recordedAt) {
        return decision(revised.basis(), recordedAt, revised.kind() != RevisionKind.UPDATE);
    }

    /** A retraction of a claim, or a withdrawal of evidence. */
    Instant takingBack(List<ReasonCode> reasons, @Nullable Basis basis, Instant recordedAt) {
        return decision(basis, recordedAt, ReasonCode.onlyDesksOwnErrors(reasons));
    }

    /** A reinstatement is dated as what it undoes, unless it has a basis of its own. */
    Instant reinstatement(@Nullable Basis basis, Instant recordedAt, Instant undone) {
        return basis == null ? undone : restingOn(basis.source(), recordedAt);
    }

    private Instant decision(@Nullable Basis basis, Instant recordedAt, boolean wasNeverSo) {
        if (basis != null) {
            return restingOn(basis.source(), recordedAt);
        }
        return wasNeverSo ? BEGINNING : recordedAt;
    }

    /** A link of a chain is reported no earlier than the one before it, so that every viewpoint sees a prefix. */
    static Instant later(Instant own, Instant predecessor) {
        return own.isAfter(predecessor) ? own : predecessor;
    }
}
