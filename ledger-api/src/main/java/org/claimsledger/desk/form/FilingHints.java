package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.claim.QuestionSummary;
import org.claimsledger.desk.subject.SubjectListRow;
import org.jspecify.annotations.Nullable;

/**
 * What a filing means, as far as it goes.
 *
 * @param sentence the claim as readers will see it
 * @param takes what its predicate takes
 * @param alike subjects of the ledger that go by a name like the one that is to be registered
 * @param held what the ledger holds on the same question
 * @param similar claims that say something like it
 * @param effect what it would change; absent until it could be recorded
 */
public record FilingHints(
        @Nullable String sentence,
        @Nullable String predicateSentence,
        List<SubjectListRow> similarSubjects,
        List<QuestionSummary> sameQuestion,
        List<ClaimListRow> similarClaims,
        @Nullable EffectPreview effect) {}
