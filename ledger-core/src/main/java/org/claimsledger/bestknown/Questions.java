package org.claimsledger.bestknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.Predicate;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * Sorts claims of one subject and predicate into the questions that they answer. Where the predicate takes many answers, a
 * claim joins the first question whose first claim says the same, with equal qualifiers, of a time that can be its own.
 */
public final class Questions {

    private final Predicate predicate;
    private final SubjectIdentities subjectIdentities;
    private final ValueRelations valueRelations;

    public Questions(Predicate predicate, SubjectIdentities subjectIdentities) {
        this.predicate = predicate;
        this.subjectIdentities = subjectIdentities;
        this.valueRelations = new ValueRelations(predicate, subjectIdentities);
    }

    /**
     * The questions in the order of their first claims, each with its claims in the order in which they were asserted. What
     * was taken back for nothing but the desk's own errors is never asked.
     *
     * @param claims all claims of one subject, after merges, and the predicate; in any order
     */
    public Map<Question, List<CompetingClaim>> of(List<CompetingClaim> claims) {
        List<CompetingClaim> inOrder = new ArrayList<>(claims);
        inOrder.sort(Comparator.comparingLong(CompetingClaim::position));
        Map<Question, List<CompetingClaim>> questions = new LinkedHashMap<>();
        for (CompetingClaim claim : inOrder) {
            Question question = Question.of(claim, predicate.cardinality(), subjectIdentities);
            Question joined = question.first() == null ? question : joined(claim, questions);
            questions
                    .computeIfAbsent(joined == null ? question : joined, none -> new ArrayList<>())
                    .add(claim);
        }
        questions.values().removeIf(all -> all.stream().allMatch(CompetingClaim::wasTheDesksOwnError));
        return questions;
    }

    private @Nullable Question joined(CompetingClaim claim, Map<Question, List<CompetingClaim>> questions) {
        for (Map.Entry<Question, List<CompetingClaim>> each : questions.entrySet()) {
            if (saysTheSame(claim, each.getValue().getFirst())) {
                return each.getKey();
            }
        }
        return null;
    }

    private boolean saysTheSame(CompetingClaim claim, CompetingClaim first) {
        Edtf mine = claim.valid();
        Edtf theirs = first.valid();
        return relation(claim, first) == ValueRelation.SAME
                && Question.folded(claim.content().qualifiers(), subjectIdentities)
                        .equals(Question.folded(first.content().qualifiers(), subjectIdentities))
                && (mine == null || theirs == null || !mine.isDisjointFrom(theirs));
    }

    private ValueRelation relation(CompetingClaim claim, CompetingClaim first) {
        ValueRelation recorded = claim.recordedRelationTo(first);
        return recorded == null ? valueRelations.between(claim.value(), first.value()) : recorded;
    }
}
