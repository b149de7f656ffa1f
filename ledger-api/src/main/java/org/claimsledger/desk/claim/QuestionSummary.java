package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A question and what is best known of it.
 *
 * @param status uncontested, disputed or open
 * @param answer absent where the question is open
 * @param because the reasons, a sentence each, in parts that may be links
 * @param alternatives the other claims that answer it, the next best first
 */
public record QuestionSummary(
        LinkedText subject,
        String predicate,
        List<QualifierText> qualifiers,
        String status,
        @Nullable AnswerSummary answer,
        List<List<LinkedText>> because,
        List<AnswerSummary> alternatives) {

    /**
     * A claim that answers the question, or might.
     *
     * @param when its valid time
     * @param inForce whether it was in force on the viewpoint's day
     * @param why it is not the answer; empty for the answer
     * @param stands whether it may be the answer
     */
    public record AnswerSummary(
            String id,
            String href,
            LinkedText value,
            @Nullable String statement,
            StatusMark mark,
            String origins,
            String when,
            String inForce,
            List<LinkedText> why,
            boolean stands) {}

    public boolean isDisputed() {
        return status.equals("disputed");
    }

    /** The alternatives that dispute the answer. */
    public List<AnswerSummary> rivals() {
        return isDisputed()
                ? alternatives.stream().filter(AnswerSummary::stands).toList()
                : List.of();
    }

    /** The question without a qualifier that is shown elsewhere. */
    public QuestionSummary without(String qualifier) {
        return new QuestionSummary(
                subject,
                predicate,
                qualifiers.stream().filter(it -> !it.key().equals(qualifier)).toList(),
                status,
                answer,
                because,
                alternatives);
    }

    /** The number of claims that answer it. */
    public int size() {
        return alternatives.size() + (answer == null ? 0 : 1);
    }
}
