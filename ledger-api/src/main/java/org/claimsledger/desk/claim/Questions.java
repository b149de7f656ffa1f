package org.claimsledger.desk.claim;

import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Names;
import org.claimsledger.predicate.Cardinality;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.answers.Answers;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the question that a claim answers. */
@Component
final class Questions {

    private static final int SOME = 200;

    @Nullable
    QuestionView answeredBy(ClaimAt claim, Visit visit, Names names) {
        QuestionAt question = find(claim, visit, names);
        return question == null
                ? null
                : new QuestionViews(names, visit.to(), visit.at().viewpoint().day())
                        .of(question.question(), question.bestKnown());
    }

    private @Nullable QuestionAt find(ClaimAt claim, Visit visit, Names names) {
        var content = claim.claim().content();
        QuestionFilter filter = new QuestionFilter(content.subject(), content.predicate(), null);
        boolean ofItsOwn = names.predicate(content.predicate())
                .map(Predicate::cardinality)
                .filter(Cardinality.Many.class::isInstance)
                .isPresent();
        Answers answers = visit.seen().answers();
        Long after = ofItsOwn ? claim.claimNo() - 1 : 0L;
        while (after != null) {
            Page<QuestionAt> page = answers.page(filter, visit.at().viewpoint(), after, ofItsOwn ? 1 : SOME);
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
