package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.identity.Resemblance.ResemblanceReason;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.name.Likeness.LikenessKind;
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

    /** The answer to a call for the likely duplicates of a subject. */
    public static PageView<SubjectCandidateView> page(List<LikelyDuplicate> likely, Viewpoint viewpoint) {
        return new PageView<>(
                likely.stream().map(SubjectCandidateView::of).toList(), null, ViewpointView.of(viewpoint));
    }

    /** Rounds down, so that only a certain score is shown as 1. */
    static BigDecimal roundedDown(double score) {
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.FLOOR);
    }

    /**
     * A reason why two subjects may be one, or may not.
     *
     * @param reason the kind of reason
     * @param speaks {@code for} or {@code against}
     * @param ours the name, id or kind of the subject in the address
     * @param theirs that of the candidate
     * @param way in which two names are alike
     * @param likeness how alike two names are, from 0 to 1
     * @param key the qualifier, or the scheme of an id
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResemblanceReasonView(
            ReasonKind reason,
            String speaks,
            String ours,
            String theirs,
            @Nullable LikenessKind way,
            @Nullable BigDecimal likeness,
            @Nullable String key) {

        /** The kinds of reasons. */
        public enum ReasonKind {
            NAME,
            EXTERNAL_ID,
            QUALIFIER,
            SUBJECT,
            KIND
        }

        private static final String FOR = "for";
        private static final String AGAINST = "against";

        static ResemblanceReasonView of(ResemblanceReason resemblanceReason) {
            return switch (resemblanceReason) {
                case ResemblanceReason.AlikeNames it ->
                    new ResemblanceReasonView(
                            ReasonKind.NAME,
                            FOR,
                            it.ours(),
                            it.theirs(),
                            it.way(),
                            SubjectCandidateView.roundedDown(it.likeness()),
                            null);
                case ResemblanceReason.SameId it -> agreement(ReasonKind.EXTERNAL_ID, it.id(), it.scheme());
                case ResemblanceReason.DifferentId it ->
                    conflict(ReasonKind.EXTERNAL_ID, it.ours(), it.theirs(), it.scheme());
                case ResemblanceReason.SharedFact(ClaimedFact.SameQualifier it) ->
                    agreement(ReasonKind.QUALIFIER, it.text(), it.key().value());
                case ResemblanceReason.SharedFact(ClaimedFact.SameSubject it) ->
                    agreement(ReasonKind.SUBJECT, it.subject().value(), null);
                case ResemblanceReason.DifferentKind it ->
                    conflict(ReasonKind.KIND, spelled(it.ours()), spelled(it.theirs()), null);
            };
        }

        private static ResemblanceReasonView agreement(ReasonKind reasonKind, String said, @Nullable String key) {
            return new ResemblanceReasonView(reasonKind, FOR, said, said, null, null, key);
        }

        private static ResemblanceReasonView conflict(
                ReasonKind reasonKind, String ours, String theirs, @Nullable String key) {
            return new ResemblanceReasonView(reasonKind, AGAINST, ours, theirs, null, null, key);
        }

        private static String spelled(SubjectKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
