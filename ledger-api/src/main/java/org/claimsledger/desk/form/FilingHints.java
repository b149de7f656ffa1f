package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.claim.QuestionSummary;
import org.claimsledger.desk.subject.SubjectListRow;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a filing that is being written, as far as it can be read.
 *
 * @param sentence the claim as readers will see it
 * @param predicateSentence the values that its predicate takes, as a sentence
 * @param similarSubjects subjects of the ledger with a name like that of the subject that would be registered
 * @param sameQuestion the ledger's answers to the same question
 * @param similarClaims claims with a similar statement
 * @param effect the changes that it would make; absent while it could not be recorded
 */
public record FilingHints(
        @Nullable String sentence,
        @Nullable String predicateSentence,
        List<SubjectListRow> similarSubjects,
        List<QuestionSummary> sameQuestion,
        List<ClaimListRow> similarClaims,
        @Nullable EffectPreview effect) {}
