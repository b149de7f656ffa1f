package org.claimsledger.api.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.api.read.ClaimView.OriginsView;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries.ClaimChange;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim that differs between two points.
 *
 * @param subject the one that it was filed under
 * @param before null where it was not there yet
 * @param after null where it is not there any more, because its evidence turned out to be younger
 */
public record ChangedClaimView(
        ClaimId claim,
        SubjectId subject,
        PredicateKey predicate,
        @Nullable ClaimSummaryView before,
        @Nullable ClaimSummaryView after,
        List<FieldChangeView> changes) {

    /** The state of a claim, in short. */
    public record ClaimSummaryView(
            Value value,
            Map<QualifierKey, Qualifier> qualifiers,
            @Nullable Edtf valid,
            @Nullable String statement,
            ClaimStatus status,
            Rank rank,
            @Nullable Verdict verdict,
            OriginsView origins) {

        static @Nullable ClaimSummaryView of(@Nullable ClaimAt at) {
            if (at == null) {
                return null;
            }
            ClaimContent claimContent = at.claim().content();
            return new ClaimSummaryView(
                    claimContent.value(),
                    claimContent.qualifiers(),
                    claimContent.valid(),
                    claimContent.statement(),
                    at.state().status(),
                    at.claim().rank(),
                    at.claim().verdict(),
                    new OriginsView(
                            at.state().weight().supporting(),
                            at.state().weight().disputing()));
        }
    }

    /** The claims in which a difference can be seen. */
    static List<ChangedClaimView> of(List<ClaimChange> items) {
        return items.stream()
                .map(ChangedClaimView::of)
                .filter(it -> !it.changes().isEmpty())
                .toList();
    }

    private static ChangedClaimView of(ClaimChange item) {
        ClaimAt shown = Objects.requireNonNull(item.after() == null ? item.before() : item.after());
        ClaimContent claimContent = shown.claim().content();
        return new ChangedClaimView(
                shown.claim().id(),
                claimContent.subject(),
                claimContent.predicate(),
                ClaimSummaryView.of(item.before()),
                ClaimSummaryView.of(item.after()),
                FieldChangeView.of(changes(item.before(), item.after(), shown.state())));
    }

    private static List<FieldChange> changes(@Nullable ClaimAt before, @Nullable ClaimAt after, ClaimState shown) {
        if (after != null) {
            return ClaimDiff.between(before == null ? null : before.state(), shown);
        }
        return ClaimDiff.between(null, shown).stream()
                .map(it -> new FieldChange(it.path(), it.after(), it.before()))
                .toList();
    }
}
