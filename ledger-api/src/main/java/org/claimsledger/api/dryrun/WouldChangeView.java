package org.claimsledger.api.dryrun;

import java.util.List;
import java.util.Map;
import org.claimsledger.api.claim.ClaimView.OriginsView;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.Status;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.preview.WouldChange;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** What a write would change. */
public record WouldChangeView(
        int events,
        long position,
        int claimsInAll,
        boolean complete,
        List<ClaimChange> claims,
        List<QuestionChange> questions) {

    /** @param before null where there is no such claim yet */
    public record ClaimChange(
            ClaimId claim, @Nullable ClaimStanding before, ClaimStanding after, List<Change> changes) {}

    /** What a claim says and how it stands. */
    public record ClaimStanding(Status status, Value value, OriginsView origins) {

        private static ClaimStanding of(ClaimState state) {
            return new ClaimStanding(
                    state.status(),
                    state.claim().content().value(),
                    new OriginsView(state.weight().supporting(), state.weight().disputing()));
        }
    }

    /**
     * A question.
     *
     * @param before null where no claim is about it yet
     * @param after null where no claim would be about it any more
     */
    public record QuestionChange(
            Asked question,
            @Nullable QuestionStanding before,
            @Nullable QuestionStanding after) {}

    /** What is asked. */
    public record Asked(SubjectId subject, PredicateKey predicate, Map<QualifierKey, String> qualifiers) {

        private static Asked of(Question question) {
            return new Asked(question.subject(), question.predicate(), question.qualifiers());
        }
    }

    /** @param answer null where the question is open */
    public record QuestionStanding(
            BestKnown.Standing status, @Nullable Answer answer) {

        private static @Nullable QuestionStanding of(@Nullable BestKnown known) {
            return known == null ? null : new QuestionStanding(known.status(), Answer.of(known.answer()));
        }
    }

    /** The claim that answers a question best. */
    public record Answer(ClaimId claim, Value value, Status status) {

        private static @Nullable Answer of(@Nullable Candidate answer) {
            return answer == null ? null : new Answer(answer.claim(), answer.value(), answer.status());
        }
    }

    static WouldChangeView of(WouldChange would) {
        return new WouldChangeView(
                would.events(),
                would.position(),
                would.claimsInAll(),
                would.complete(),
                would.claims().stream().map(WouldChangeView::claim).toList(),
                would.questions().stream()
                        .map(it -> new QuestionChange(
                                Asked.of(it.question()),
                                QuestionStanding.of(it.before()),
                                QuestionStanding.of(it.after())))
                        .toList());
    }

    private static ClaimChange claim(WouldChange.OfClaim change) {
        ClaimState before = change.before();
        return new ClaimChange(
                change.claim(),
                before == null ? null : ClaimStanding.of(before),
                ClaimStanding.of(change.after()),
                change.changes());
    }
}
