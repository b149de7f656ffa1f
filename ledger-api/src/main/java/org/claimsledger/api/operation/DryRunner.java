package org.claimsledger.api.operation;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.read.ClaimView.OriginsView;
import org.claimsledger.api.read.FieldChangeView;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Preview;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the effect of requests without recording them. */
@Component
public final class DryRunner {

    private final Ledger ledger;
    private final ViewpointReader viewpointReader;
    private final ReadAccess readAccess;
    private final InstantSource clock;

    public DryRunner(Ledger ledger, ViewpointReader viewpointReader, ReadAccess readAccess, InstantSource clock) {
        this.ledger = ledger;
        this.viewpointReader = viewpointReader;
        this.readAccess = readAccess;
        this.clock = clock;
    }

    /** The changes that the request would make, as far as its caller may see them; refused as the request would be. */
    public DryRunView of(Request request, Caller caller) {
        return DryRunView.of(changes(request, readAccess.readModelFor(caller)));
    }

    /** The changes as the read model tells them, for answers other than JSON. */
    public DecisionImpact changes(Request request, ReadModel readModel) {
        Preview preview = ledger.preview(request);
        viewpointReader.requireReadable(preview.position());
        return readModel.previews().of(preview, clock.instant());
    }

    /** The changes that a write would make. */
    public record DryRunView(
            int events,
            long position,
            int claimsInAll,
            boolean complete,
            List<ClaimChangeView> claims,
            List<QuestionChangeView> questions) {

        /** @param before null where the write would make the claim */
        public record ClaimChangeView(
                ClaimId claim,
                @Nullable ClaimStandingView before,
                ClaimStandingView after,
                List<FieldChangeView> changes) {}

        /** The value of a claim, and its status. */
        public record ClaimStandingView(ClaimStatus status, Value value, OriginsView origins) {

            private static ClaimStandingView of(ClaimState state) {
                return new ClaimStandingView(
                        state.status(),
                        state.claim().content().value(),
                        new OriginsView(
                                state.weight().supporting(), state.weight().disputing()));
            }
        }

        /**
         * The change of one question.
         *
         * @param before null where no claim is about it yet
         * @param after null where no claim would be about it any more
         */
        public record QuestionChangeView(
                ChangedQuestionView question,
                @Nullable QuestionStandingView before,
                @Nullable QuestionStandingView after) {}

        /** The key of a question. */
        public record ChangedQuestionView(
                SubjectId subject, PredicateKey predicate, Map<QualifierKey, Qualifier> qualifiers) {

            private static ChangedQuestionView of(Question question) {
                return new ChangedQuestionView(question.subject(), question.predicate(), question.qualifiers());
            }
        }

        /** @param answer null where the question is open */
        public record QuestionStandingView(
                BestKnown.QuestionStatus status, @Nullable BestAnswerView answer) {

            private static @Nullable QuestionStandingView of(@Nullable BestKnown bestKnown) {
                return bestKnown == null
                        ? null
                        : new QuestionStandingView(bestKnown.status(), BestAnswerView.of(bestKnown.answer()));
            }
        }

        /** The claim that answers a question best. */
        public record BestAnswerView(ClaimId claim, Value value, ClaimStatus status) {

            private static @Nullable BestAnswerView of(@Nullable CompetingClaim answer) {
                return answer == null ? null : new BestAnswerView(answer.claim(), answer.value(), answer.status());
            }
        }

        static DryRunView of(DecisionImpact would) {
            return new DryRunView(
                    would.events(),
                    would.position(),
                    would.totalClaims(),
                    would.complete(),
                    would.claims().stream().map(DryRunView::claim).toList(),
                    would.questions().stream()
                            .map(it -> new QuestionChangeView(
                                    ChangedQuestionView.of(it.question()),
                                    QuestionStandingView.of(it.before()),
                                    QuestionStandingView.of(it.after())))
                            .toList());
        }

        private static ClaimChangeView claim(DecisionImpact.ClaimImpact change) {
            ClaimState before = change.before();
            return new ClaimChangeView(
                    change.claim(),
                    before == null ? null : ClaimStandingView.of(before),
                    ClaimStandingView.of(change.after()),
                    FieldChangeView.of(change.changes()));
        }
    }
}
