package org.claimsledger.desk.claim;

import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.projection.answers.BestKnownAnswers;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the question that a claim answers. */
@Component
final class ClaimQuestionReader {

    private static final int PAGE_SIZE = 200;

    @Nullable
    QuestionSummary answeredBy(ClaimAt claim, PageRequest pageRequest, NameLookup nameLookup) {
        QuestionAt question = find(claim, pageRequest, nameLookup);
        return question == null
                ? null
                : new QuestionSummaries(
                                nameLookup,
                                pageRequest.links(),
                                pageRequest.viewpoint().resolved().day())
                        .of(question.question(), question.bestKnown());
    }

    private @Nullable QuestionAt find(ClaimAt claim, PageRequest pageRequest, NameLookup nameLookup) {
        var claimContent = claim.claim().content();
        QuestionFilter filter = new QuestionFilter(claimContent.subject(), claimContent.predicate(), null);
        boolean ofItsOwn = nameLookup
                .predicate(claimContent.predicate())
                .map(Predicate::cardinality)
                .filter(Cardinality.Many.class::isInstance)
                .isPresent();
        BestKnownAnswers bestKnownAnswers = pageRequest.readModel().answers();
        Long after = ofItsOwn ? claim.claimNo() - 1 : 0L;
        while (after != null) {
            Page<QuestionAt> page =
                    bestKnownAnswers.page(filter, pageRequest.viewpoint().resolved(), after, ofItsOwn ? 1 : PAGE_SIZE);
            for (QuestionAt each : page.items()) {
                if (has(each, claim.claim().id())) {
                    return each;
                }
            }
            after = ofItsOwn ? null : page.next();
        }
        return null;
    }

    private static boolean has(QuestionAt question, ClaimId claim) {
        var known = question.bestKnown();
        return known.answer() != null && known.answer().claim().equals(claim)
                || known.alternatives().stream()
                        .anyMatch(it -> it.candidate().claim().equals(claim));
    }
}
