package org.claimsledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** The claims and answers that follow from a complete history, with no table in between. */
public final class HistoryAnswers {

    /** The best-known state of a question. */
    public record AnsweredQuestion(Question question, BestKnown bestKnown) {}

    private HistoryAnswers() {}

    /** All claims that are reported by then, in the order in which they were asserted. */
    public static List<ClaimState> states(CompleteHistory history, Instant publishedBy) {
        List<ClaimState> states = new ArrayList<>();
        for (ClaimId claim : history.claims()) {
            ClaimState state = Objects.requireNonNull(history.history(claim)).at(publishedBy);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    /** The best-known state of every question, in the order of their first claims; what waits for an editor asks none. */
    public static List<AnsweredQuestion> bestKnown(
            CompleteHistory history, Instant publishedBy, @Nullable LocalDate validOn, LocalDate today) {
        Map<Question, List<CompetingClaim>> questions = new LinkedHashMap<>();
        for (ClaimState state : states(history, publishedBy)) {
            Predicate predicate = history.predicate(state.claim().content().predicate());
            if (predicate != null && state.status().isAccepted()) {
                Question question =
                        Question.of(state.claim().id(), state.claim().content(), predicate.cardinality(), history);
                questions.computeIfAbsent(question, none -> new ArrayList<>()).add(CompetingClaim.of(state));
            }
        }
        List<AnsweredQuestion> answers = new ArrayList<>(questions.size());
        questions.forEach((question, competingClaims) -> {
            Predicate predicate = Objects.requireNonNull(history.predicate(question.predicate()));
            Compatibility compatibility = new Compatibility(predicate.unit(), history);
            answers.add(new AnsweredQuestion(
                    question,
                    new BestKnownPolicy(predicate.time(), compatibility, validOn, today).answer(competingClaims)));
        });
        return answers;
    }
}
