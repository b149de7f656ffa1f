package org.claimsledger.api.subject;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.claimsledger.projection.identity.LikelySame;
import org.claimsledger.subject.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * A subject that may be the one asked about.
 *
 * @param score from 0 to 1, to two decimals
 * @param judgement what was found when they were compared; absent where they were not
 */
public record CandidateView(
        SubjectView subject, BigDecimal score, @Nullable Judgement judgement, List<ReasonView> reasons) {

    static CandidateView of(LikelySame likely) {
        return new CandidateView(
                SubjectView.of(likely.subject(), null),
                rounded(likely.resemblance().score()),
                likely.judgement(),
                likely.resemblance().reasons().stream().map(ReasonView::of).toList());
    }

    /** Never up, so that what is shown as certain is. */
    static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.FLOOR);
    }
}
