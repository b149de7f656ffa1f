package org.claimsledger.bestknown;

import java.util.List;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/**
 * The best-known state of one question.
 *
 * @param answer absent where the question is open
 * @param support what stands by the answer; absent where the question is open
 * @param against how many origins dispute the answer, or stand by what excludes it
 * @param inForce whether the answer was in force on the day that is asked about
 * @param because which rule decided, with its figures, and what else there is to know; never empty
 * @param alternatives all other claims that answer the question, the next best first
 */
public record BestKnown(
        QuestionStatus status,
        @Nullable CompetingClaim answer,
        @Nullable Support support,
        int against,
        @Nullable InForce inForce,
        List<String> because,
        List<Alternative> alternatives) {

    /** How far the answer to a question is agreed on; the first that fits. */
    public enum QuestionStatus {
        /** No claim can answer it. */
        OPEN,
        /** The answer is only alleged or believed, or comes from somebody who is not to be relied on. */
        ALLEGED,
        /** At least two origins stand by what cannot both be true, and the desk has not decided between them. */
        DISPUTED,
        /** There is an answer, and nobody knows it. */
        UNKNOWN,
        /** Something speaks against the answer that is no dispute: an allegation, a denial, a notice of concern. */
        QUESTIONED,
        /** Nothing on file speaks against it. */
        UNCONTESTED
    }

    /** How a claim that is not the answer stands to it. */
    public enum Standing {
        /** It says the same, or the same less exactly. */
        AGREES,
        /** Both cannot be true of one state. */
        RIVAL,
        /** Both can be true, or nobody can tell. */
        COMPATIBLE,
        /** It is over, or has not begun. */
        OVER,
        /** It cannot answer. */
        FALLEN
    }

    /**
     * A claim that is not the answer.
     *
     * @param why as a sentence
     * @param inForce whether it was in force on the day that is asked about
     * @param annulment what annulled it by that day; absent where nothing did
     */
    public record Alternative(
            CompetingClaim candidate,
            Standing standing,
            String why,
            InForce inForce,
            @Nullable Annulment annulment) {}

    public BestKnown {
        because = List.copyOf(because);
        alternatives = List.copyOf(alternatives);
    }

    /** A question that no claim can answer. */
    static BestKnown open(String because, List<Alternative> alternatives) {
        return new BestKnown(QuestionStatus.OPEN, null, null, 0, null, List.of(because), alternatives);
    }
}
