package org.claimsledger.projection.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.EvidenceWeight;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.table.OpenEnded;
import org.jspecify.annotations.Nullable;

/**
 * A state of a claim as a row holds it, with the published times at which it is the answer. It has everything that
 * lists and the policy need, and the positions of the texts.
 *
 * @param reportedFrom inclusive
 * @param reportedTo exclusive
 */
record BitemporalVersion(
        long reportedFrom,
        long reportedTo,
        long revision,
        ClaimStatus status,
        Rank rank,
        @Nullable Verdict verdict,
        EvidenceWeight weight,
        VersionPayload payload) {

    /** All versions of a claim at one position, by published time; equal neighbours are one version. */
    static List<BitemporalVersion> versionsOf(ClaimHistory history) {
        List<BitemporalVersion> versions = new ArrayList<>();
        BitemporalVersion last = null;
        for (Instant breakpoint : history.breakpoints()) {
            ClaimState state = history.at(breakpoint);
            if (state == null) {
                continue;
            }
            BitemporalVersion next = of(state, ReportedTime.from(breakpoint), history);
            if (last != null && last.reportedFrom == next.reportedFrom) {
                last = next;
            } else if (last == null) {
                last = next;
            } else if (!last.hasSameContent(next)) {
                versions.add(last.endingAt(next.reportedFrom));
                last = next;
            }
        }
        if (last != null) {
            versions.add(last);
        }
        return versions;
    }

    private static BitemporalVersion of(ClaimState state, long from, ClaimHistory history) {
        return new BitemporalVersion(
                from,
                OpenEnded.OPEN,
                state.claim().revision(),
                state.status(),
                state.claim().rank(),
                state.claim().verdict(),
                state.weight(),
                VersionPayload.of(state, history));
    }

    BitemporalVersion endingAt(long to) {
        return new BitemporalVersion(reportedFrom, to, revision, status, rank, verdict, weight, payload);
    }

    /** This version as it would be without so many of the claim's events, and with that payload. */
    BitemporalVersion with(VersionPayload otherPayload, int fewerEvents) {
        return new BitemporalVersion(
                reportedFrom, reportedTo, revision - fewerEvents, status, rank, verdict, weight, otherPayload);
    }

    /** Whether the two differ in their times only. */
    boolean hasSameContent(BitemporalVersion other) {
        return equals(new BitemporalVersion(
                reportedFrom,
                reportedTo,
                other.revision,
                other.status,
                other.rank,
                other.verdict,
                other.weight,
                other.payload));
    }
}
