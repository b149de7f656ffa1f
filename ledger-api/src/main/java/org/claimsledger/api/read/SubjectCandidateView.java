package org.claimsledger.api.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.Judgement;
import org.claimsledger.projection.duplicates.DuplicateFinder.LikelyDuplicate;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * A subject that may be the one in the address.
 *
 * @param score from 0 to 1, to two decimals
 * @param judgement of the last comparison of the two; absent where there was none
 */
public record SubjectCandidateView(
        SubjectView subject, BigDecimal score, @Nullable Judgement judgement, List<ResemblanceReasonView> reasons) {

    public static SubjectCandidateView of(LikelyDuplicate likely) {
        return new SubjectCandidateView(
                SubjectView.of(likely.subject(), null),
                roundedDown(likely.resemblance().score()),
                likely.judgement(),
                likely.resemblance().reasons().stream()
                        .map(ResemblanceReasonView::of)
                        .toList());
    }

    /** The answer to who somebody may be. */
    public static PageView<SubjectCandidateView> page(List<LikelyDuplicate> likely, Viewpoint viewpoint) {
        return new PageView<>(
                likely.stream().map(SubjectCandidateView::of).toList(), null, ViewpointView.of(viewpoint));
    }

    /** Rounds down, so that only a certain score is shown as 1. */
    static BigDecimal roundedDown(double score) {
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.FLOOR);
    }
}
