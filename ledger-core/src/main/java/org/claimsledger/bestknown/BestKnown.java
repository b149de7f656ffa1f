package org.claimsledger.bestknown;

import java.util.List;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/**
 * The best-known state of one question.
 *
 * @param answer absent where the question is open
 * @param inForce whether the answer was in force on the day that is asked about
 * @param because which rule decided, with its figures, and what else there is to know; never empty
 * @param alternatives all other claims that answer the question, the next best first
 */
public record BestKnown(
        QuestionStatus status,
        @Nullable CompetingClaim answer,
        @Nullable InForce inForce,
        List<String> because,
        List<Alternative> alternatives) {

    /** Whether the answer is agreed on. */
    public enum QuestionStatus {
        UNCONTESTED,
        /** Answers that exclude each other contend, or what the answer says is disputed. */
        DISPUTED,
        /** No claim can answer it. */
        OPEN
    }

    /**
     * A claim that is not the answer.
     *
     * @param why as a sentence
     */
    public record Alternative(CompetingClaim candidate, String why) {}

    /** This answer without the dates on which claims were reported. */
    public BestKnown withoutReportDates() {
        return new BestKnown(
                status,
                answer == null ? null : answer.withoutReportDate(),
                inForce,
                because.stream().map(PreferenceRule::withoutDates).toList(),
                alternatives.stream()
                        .map(it -> new Alternative(
                                it.candidate().withoutReportDate(), PreferenceRule.withoutDates(it.why())))
                        .toList());
    }

    public BestKnown {
        because = List.copyOf(because);
        alternatives = List.copyOf(alternatives);
    }
}
