package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names.Qualified;
import org.claimsledger.desk.words.Said;
import org.jspecify.annotations.Nullable;

/**
 * A question and what is best known of it.
 *
 * @param status uncontested, disputed or open
 * @param answer absent where the question is open
 * @param because why, a sentence each, in parts that may be links
 * @param others the other claims on it, the next best first
 */
public record QuestionView(
        Said subject,
        String predicate,
        List<Qualified> qualifiers,
        String status,
        @Nullable Answer answer,
        List<List<Said>> because,
        List<Answer> others) {

    /**
     * A claim that answers the question, or might.
     *
     * @param when its valid time
     * @param inForce whether it was so on the viewpoint's day
     * @param why what it lacks; empty for the answer
     * @param stands whether it may answer at all
     */
    public record Answer(
            String id,
            String href,
            Said value,
            @Nullable String statement,
            Mark mark,
            String origins,
            String when,
            String inForce,
            List<Said> why,
            boolean stands) {}

    public boolean isDisputed() {
        return status.equals("disputed");
    }

    /** Those that contend: where a question is disputed, they stand beside the answer. */
    public List<Answer> rivals() {
        return isDisputed() ? others.stream().filter(Answer::stands).toList() : List.of();
    }

    /** The same without a qualifier that is said elsewhere. */
    public QuestionView without(String qualifier) {
        return new QuestionView(
                subject,
                predicate,
                qualifiers.stream().filter(it -> !it.key().equals(qualifier)).toList(),
                status,
                answer,
                because,
                others);
    }

    /** How many claims are on it. */
    public int size() {
        return others.size() + (answer == null ? 0 : 1);
    }
}
