package org.claimsledger.projection.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.event.Predicate;
import org.claimsledger.history.History;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.ClaimImpact;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.QuestionImpact;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Answers the questions of claims that a decision would change, without the decision and with it. */
final class AffectedQuestions {

    private static final int PAGE = 500;

    private final ClaimQueries claimQueries;
    private final History now;
    private final History then;
    private final long position;
    private final LocalDate today;
    private final Set<Question> affected = new LinkedHashSet<>();
    private final Map<ClaimId, ClaimState> before = new LinkedHashMap<>();
    private final Map<ClaimId, ClaimState> after = new LinkedHashMap<>();

    AffectedQuestions(ClaimQueries claimQueries, History now, History then, long position, LocalDate today) {
        this.claimQueries = claimQueries;
        this.now = now;
        this.then = then;
        this.position = position;
        this.today = today;
    }

    /** Reads all other claims about the same subjects and predicates; false where there were too many. */
    boolean readAllOf(List<ClaimImpact> changed) {
        Map<SubjectId, Set<PredicateKey>> about = new LinkedHashMap<>();
        for (ClaimImpact change : changed) {
            ClaimState old = change.before();
            if (old != null) {
                about(old, now, about);
            }
            about(change.after(), then, about);
        }
        boolean all = true;
        for (var each : about.entrySet()) {
            all &= read(each.getKey(), each.getValue());
        }
        after.putAll(before);
        for (ClaimImpact change : changed) {
            ClaimState old = change.before();
            if (old != null) {
                before.put(change.claim(), old);
            }
            after.put(change.claim(), change.after());
        }
        return all;
    }

    private void about(ClaimState state, History known, Map<SubjectId, Set<PredicateKey>> about) {
        Question question = question(state, known);
        if (question != null) {
            affected.add(question);
            about.computeIfAbsent(question.subject(), none -> new LinkedHashSet<>())
                    .add(question.predicate());
        }
    }

    private boolean read(SubjectId subject, Set<PredicateKey> predicates) {
        ClaimFilter filter = new ClaimFilter(
                Set.of(subject), predicates.size() == 1 ? predicates.iterator().next() : null, null, null, null);
        List<ClaimAt> claims = new ArrayList<>();
        Long next = 0L;
        while (next != null) {
            Page<ClaimAt> page = claimQueries.page(filter, BitemporalPoint.asOf(position), next, PAGE);
            claims.addAll(page.items());
            next = page.next();
            if (claims.size() > DecisionPreviews.MAX_EXAMINED) {
                affected.removeIf(it -> it.subject().equals(subject));
                return false;
            }
        }
        claims.forEach(it -> before.put(it.claim().id(), it.state()));
        return true;
    }

    List<QuestionImpact> changed() {
        Map<Question, List<CompetingClaim>> old = candidates(before.values(), now);
        Map<Question, List<CompetingClaim>> would = candidates(after.values(), then);
        List<QuestionImpact> changed = new ArrayList<>();
        for (Question question : affected) {
            BestKnown was = answer(question, old.get(question), now);
            BestKnown is = answer(question, would.get(question), then);
            if (!outcome(was).equals(outcome(is))) {
                changed.add(new QuestionImpact(question, was, is));
            }
        }
        return changed;
    }

    private static List<Object> outcome(@Nullable BestKnown known) {
        if (known == null) {
            return List.of();
        }
        CompetingClaim answer = known.answer();
        return answer == null
                ? List.of(known.status())
                : List.of(known.status(), answer.claim(), answer.value(), answer.status());
    }

    private Map<Question, List<CompetingClaim>> candidates(Collection<ClaimState> states, History known) {
        Map<Question, List<CompetingClaim>> questions = new LinkedHashMap<>();
        for (ClaimState state : states) {
            Question question = question(state, known);
            if (question != null && affected.contains(question)) {
                questions.computeIfAbsent(question, none -> new ArrayList<>()).add(CompetingClaim.of(state));
            }
        }
        return questions;
    }

    private static @Nullable Question question(ClaimState state, History known) {
        Predicate predicate = known.predicate(state.claim().content().predicate());
        return predicate == null || !state.status().isAccepted()
                ? null
                : Question.of(state.claim().id(), state.claim().content(), predicate.cardinality(), known);
    }

    private @Nullable BestKnown answer(
            Question question, @Nullable List<CompetingClaim> competingClaims, History known) {
        if (competingClaims == null) {
            return null;
        }
        Predicate predicate = Objects.requireNonNull(known.predicate(question.predicate()));
        return new BestKnownPolicy(predicate.time(), new Compatibility(predicate.unit(), known), null, today)
                .answer(competingClaims);
    }
}
