package org.claimsledger.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.ClaimsOnClaims;
import org.claimsledger.bestknown.ClaimsOnClaims.ClaimLookup;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.Questions;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The claims and answers that follow from a complete history, with no table in between. */
public final class HistoryAnswers {

    /** The best-known state of a question. */
    public record AnsweredQuestion(Question question, BestKnown bestKnown) {}

    private record Topic(SubjectId subject, PredicateKey predicate) {}

    private HistoryAnswers() {}

    /** All claims that are reported by then, in the order in which they were asserted. */
    public static List<ClaimState> states(CompleteHistory history, Instant publishedBy) {
        List<ClaimState> states = new ArrayList<>();
        for (ClaimId claim : history.claims()) {
            ClaimState state = Objects.requireNonNull(history.history(claim)).at(publishedBy);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    /** The best-known state of every question, in the order of their first claims; what waits for an editor asks none. */
    public static List<AnsweredQuestion> bestKnown(
            CompleteHistory history, Instant publishedBy, @Nullable LocalDate validOn, LocalDate today) {
        return new ClaimsInMemory(history, publishedBy, validOn, today).answers();
    }

    /** All claims of a history at one viewpoint. */
    private static final class ClaimsInMemory implements ClaimLookup {

        private final CompleteHistory history;
        private final @Nullable LocalDate validOn;
        private final LocalDate today;
        private final Map<ClaimId, CompetingClaim> claims = new LinkedHashMap<>();

        ClaimsInMemory(CompleteHistory history, Instant publishedBy, @Nullable LocalDate validOn, LocalDate today) {
            this.history = history;
            this.validOn = validOn;
            this.today = today;
            for (ClaimState state : states(history, publishedBy)) {
                boolean isDefined = history.predicate(state.claim().content().predicate()) != null;
                if (isDefined && state.status().isAccepted()) {
                    claims.put(state.claim().id(), CompetingClaim.of(state));
                }
            }
        }

        List<AnsweredQuestion> answers() {
            Map<Topic, List<CompetingClaim>> topics = new LinkedHashMap<>();
            claims.values().forEach(it -> topics.computeIfAbsent(topic(it), none -> new ArrayList<>())
                    .add(it));
            ClaimsOnClaims claimsOnClaims = new ClaimsOnClaims(this);
            Map<Long, AnsweredQuestion> answers = new LinkedHashMap<>();
            topics.forEach((topic, about) -> new Questions(predicate(topic.predicate()), history)
                    .of(about)
                    .forEach((question, competing) -> answers.put(
                            competing.getFirst().position(),
                            new AnsweredQuestion(
                                    question,
                                    policy(topic.predicate())
                                            .answer(
                                                    competing.stream()
                                                            .map(claimsOnClaims::on)
                                                            .toList(),
                                                    false)))));
            return answers.entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private Topic topic(CompetingClaim claim) {
            return new Topic(
                    history.canonicalSubject(claim.content().subject()),
                    claim.content().predicate());
        }

        @Override
        public @Nullable CompetingClaim claim(ClaimId id) {
            return claims.get(id);
        }

        @Override
        public List<CompetingClaim> competitorsOf(CompetingClaim claim) {
            List<CompetingClaim> about = claims.values().stream()
                    .filter(it -> topic(it).equals(topic(claim)))
                    .toList();
            return new Questions(predicate(claim.content().predicate()), history)
                    .of(about).values().stream()
                            .filter(competing ->
                                    competing.stream().anyMatch(it -> it.claim().equals(claim.claim())))
                            .findFirst()
                            .orElse(List.of(claim));
        }

        @Override
        public List<CompetingClaim> withValue(ClaimId claim) {
            return claims.values().stream().filter(it -> it.hasValue(claim)).toList();
        }

        @Override
        public Predicate predicate(PredicateKey key) {
            return Objects.requireNonNull(history.predicate(key));
        }

        @Override
        public BestKnownPolicy policy(PredicateKey key) {
            return new BestKnownPolicy(predicate(key), history, validOn, today);
        }

        @Override
        public String subjectOf(CompetingClaim claim) {
            return history.nameOf(history.canonicalSubject(claim.content().subject()));
        }
    }
}
