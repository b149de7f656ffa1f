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
        Standing status,
        @Nullable Candidate answer,
        @Nullable InForce inForce,
        List<String> because,
        List<Alternative> alternatives) {

    /** Whether the answer is agreed on. */
    public enum Standing {
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
    public record Alternative(Candidate candidate, String why) {}

    /** The same, but that nothing says when a claim was reported. */
    public BestKnown withoutDatesOfReports() {
        return new BestKnown(
                status,
                answer == null ? null : answer.withoutDate(),
                inForce,
                because.stream().map(Preference::withoutDates).toList(),
                alternatives.stream()
                        .map(it -> new Alternative(it.candidate().withoutDate(), Preference.withoutDates(it.why())))
                        .toList());
    }

    public BestKnown {
        because = List.copyOf(because);
        alternatives = List.copyOf(alternatives);
    }
}
