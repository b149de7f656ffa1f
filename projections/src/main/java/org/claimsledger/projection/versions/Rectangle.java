package org.claimsledger.projection.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Status;
import org.claimsledger.bestknown.Weight;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Always;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim as a row holds it, with the published times for which it is the answer: what lists, seeks and the
 * policy need, and of all texts no more than where they are.
 *
 * @param reportedFrom inclusive
 * @param reportedTo exclusive
 */
record Rectangle(
        long reportedFrom,
        long reportedTo,
        long revision,
        Status status,
        Rank rank,
        @Nullable Verdict verdict,
        Weight weight,
        Parts parts) {

    /** All states that a claim has at one recorded time, by published time; neighbours that are equal are one. */
    static List<Rectangle> column(ClaimHistory history) {
        List<Rectangle> column = new ArrayList<>();
        Rectangle last = null;
        for (Instant breakpoint : history.breakpoints()) {
            ClaimState state = history.at(breakpoint);
            if (state == null) {
                continue;
            }
            Rectangle next = of(state, ReportedTime.from(breakpoint), history);
            if (last != null && last.reportedFrom == next.reportedFrom) {
                last = next;
            } else if (last == null) {
                last = next;
            } else if (!last.says(next)) {
                column.add(last.until(next.reportedFrom));
                last = next;
            }
        }
        if (last != null) {
            column.add(last);
        }
        return column;
    }

    private static Rectangle of(ClaimState state, long from, ClaimHistory history) {
        return new Rectangle(
                from,
                Always.OPEN,
                state.claim().revision(),
                state.status(),
                state.claim().rank(),
                state.claim().verdict(),
                state.weight(),
                Parts.of(state, history));
    }

    private Rectangle until(long to) {
        return new Rectangle(reportedFrom, to, revision, status, rank, verdict, weight, parts);
    }

    /** Whether the two say the same, for whatever time. */
    boolean says(Rectangle other) {
        return equals(new Rectangle(
                reportedFrom,
                reportedTo,
                other.revision,
                other.status,
                other.rank,
                other.verdict,
                other.weight,
                other.parts));
    }
}
