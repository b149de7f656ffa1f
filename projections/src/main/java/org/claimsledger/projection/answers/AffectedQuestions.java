package org.claimsledger.projection.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimsOnClaims;
import org.claimsledger.bestknown.ClaimsOnClaims.ClaimLookup;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.Questions;
import org.claimsledger.event.Predicate;
import org.claimsledger.history.History;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.ClaimImpact;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact.QuestionImpact;
import org.claimsledger.projection.claims.AnswerCandidates;
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

    /** A subject, after merges, and the predicate that is asked about it. */
    private record Topic(SubjectId subject, PredicateKey predicate) {}

    private final ClaimQueries claimQueries;
    private final AnswerCandidates answerCandidates;
    private final History now;
    private final History then;
    private final long position;
    private final LocalDate today;
    private final Set<Topic> affected = new LinkedHashSet<>();
    private final Map<ClaimId, ClaimState> before = new LinkedHashMap<>();
    private final Map<ClaimId, ClaimState> after = new LinkedHashMap<>();

    AffectedQuestions(
            ClaimQueries claimQueries,
            AnswerCandidates answerCandidates,
            History now,
            History then,
            long position,
            LocalDate today) {
        this.claimQueries = claimQueries;
        this.answerCandidates = answerCandidates;
        this.now = now;
        this.then = then;
        this.position = position;
        this.today = today;
    }

    /** Reads all other claims about the same subjects and predicates; false where there were too many. */
    boolean readAllOf(List<ClaimImpact> changed) {
        for (ClaimImpact change : changed) {
            ClaimState old = change.before();
            if (old != null) {
                affected.add(topic(old, now));
            }
            affected.add(topic(change.after(), then));
        }
        boolean all = true;
        Map<SubjectId, Set<PredicateKey>> about = new LinkedHashMap<>();
        affected.forEach(it -> about.computeIfAbsent(it.subject(), none -> new LinkedHashSet<>())
                .add(it.predicate()));
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
        Map<Question, BestKnown> old = new ClaimsOfHistory(before, now).answers();
        Map<Question, BestKnown> would = new ClaimsOfHistory(after, then).answers();
        Set<Question> all = new LinkedHashSet<>(old.keySet());
        all.addAll(would.keySet());
        List<QuestionImpact> changed = new ArrayList<>();
        for (Question question : all) {
            BestKnown was = old.get(question);
            BestKnown is = would.get(question);
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

    private static Topic topic(ClaimState state, History known) {
        return new Topic(
                known.canonicalSubject(state.claim().content().subject()),
                state.claim().content().predicate());
    }

    /** The claims of the affected questions as one history knows them. */
    private final class ClaimsOfHistory implements ClaimLookup {

        private final History known;
        private final Map<Topic, List<CompetingClaim>> topics = new LinkedHashMap<>();

        ClaimsOfHistory(Map<ClaimId, ClaimState> states, History known) {
            this.known = known;
            for (ClaimState state : states.values()) {
                Topic topic = topic(state, known);
                if (affected.contains(topic) && state.status().isAccepted()) {
                    topics.computeIfAbsent(topic, none -> new ArrayList<>()).add(CompetingClaim.of(state));
                }
            }
        }

        Map<Question, BestKnown> answers() {
            ClaimsOnClaims claimsOnClaims = new ClaimsOnClaims(this);
            Map<Question, BestKnown> answers = new LinkedHashMap<>();
            topics.forEach((topic, claims) -> questions(topic.predicate())
                    .of(claims)
                    .forEach((question, competing) -> answers.put(
                            question,
                            policy(topic.predicate())
                                    .answer(
                                            competing.stream()
                                                    .map(claimsOnClaims::on)
                                                    .toList(),
                                            false))));
            return answers;
        }

        private Questions questions(PredicateKey key) {
            return new Questions(predicate(key), known);
        }

        @Override
        public @Nullable CompetingClaim claim(ClaimId id) {
            ClaimState state = DecisionPreviews.state(id, known);
            return state == null || !state.status().isAccepted() ? null : CompetingClaim.of(state);
        }

        @Override
        public List<CompetingClaim> competitorsOf(CompetingClaim claim) {
            Topic topic = new Topic(
                    known.canonicalSubject(claim.content().subject()),
                    claim.content().predicate());
            return questions(topic.predicate()).of(topics.getOrDefault(topic, List.of(claim))).values().stream()
                    .filter(competing ->
                            competing.stream().anyMatch(it -> it.claim().equals(claim.claim())))
                    .findFirst()
                    .orElse(List.of(claim));
        }

        @Override
        public List<CompetingClaim> withValue(ClaimId claim) {
            return answerCandidates.claimsWithValue(List.of(claim), position).values().stream()
                    .flatMap(List::stream)
                    .map(key -> claim(key.id()))
                    .filter(Objects::nonNull)
                    .filter(it -> it.hasValue(claim))
                    .toList();
        }

        @Override
        public Predicate predicate(PredicateKey key) {
            return Objects.requireNonNull(known.predicate(key));
        }

        @Override
        public BestKnownPolicy policy(PredicateKey key) {
            return new BestKnownPolicy(predicate(key), known, null, today);
        }

        @Override
        public String subjectOf(CompetingClaim claim) {
            return known.nameOf(known.canonicalSubject(claim.content().subject()));
        }
    }
}
