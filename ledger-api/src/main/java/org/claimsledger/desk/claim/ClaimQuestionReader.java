package org.claimsledger.desk.claim;

import java.util.stream.Stream;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Finds the question that a claim answers. */
final class ClaimQuestionReader {

    private static final int PAGE_SIZE = 200;

    private final PageRequest pageRequest;

    ClaimQuestionReader(PageRequest pageRequest) {
        this.pageRequest = pageRequest;
    }

    /** The question, with what is best known of it; absent where the claim answers none. */
    @Nullable
    QuestionSummary answeredBy(ClaimAt claim) {
        QuestionAt question = find(claim);
        return question == null
                ? null
                : new QuestionSummaries(pageRequest).of(question.question(), question.bestKnown());
    }

    /** A claim with a predicate of many values has a question of its own, whose place in the list is the claim's. */
    private @Nullable QuestionAt find(ClaimAt claim) {
        ClaimContent content = claim.claim().content();
        QuestionFilter filter = new QuestionFilter(content.subject(), content.predicate(), null);
        boolean hasOwnQuestion = pageRequest
                .names()
                .predicate(content.predicate())
                .map(Predicate::cardinality)
                .filter(Cardinality.Many.class::isInstance)
                .isPresent();
        Long after = hasOwnQuestion ? claim.claimNo() - 1 : 0L;
        while (after != null) {
            Page<QuestionAt> page = pageRequest
                    .readModel()
                    .answers()
                    .page(filter, pageRequest.viewpoint().resolved(), after, hasOwnQuestion ? 1 : PAGE_SIZE);
            for (QuestionAt each : page.items()) {
                if (has(each.bestKnown(), claim.claim().id())) {
                    return each;
                }
            }
            after = hasOwnQuestion ? null : page.next();
        }
        return null;
    }

    private static boolean has(BestKnown bestKnown, ClaimId claim) {
        return Stream.concat(
                        Stream.ofNullable(bestKnown.answer()),
                        bestKnown.alternatives().stream().map(Alternative::candidate))
                .map(CompetingClaim::claim)
                .anyMatch(claim::equals);
    }
}
