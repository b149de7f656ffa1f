package org.claimsledger.desk.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.bestknown.Question;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary.AnswerSummary;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.InForceWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.StatusPrefix;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.time.InForce;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts questions and their answers into words. */
public final class QuestionSummaries {

    private final NameLookup names;
    private final ValueWords values;
    private final Links links;
    private final LocalDate day;

    public QuestionSummaries(PageRequest pageRequest) {
        this(pageRequest.names(), pageRequest.links(), pageRequest.day());
    }

    /** @param day for which it is said whether an answer was in force */
    public QuestionSummaries(NameLookup names, Links links, LocalDate day) {
        this.names = names;
        this.values = new ValueWords(names, links);
        this.links = links;
        this.day = day;
    }

    public List<QuestionSummary> of(List<QuestionAt> questions) {
        Set<SubjectId> subjects = new HashSet<>();
        for (QuestionAt each : questions) {
            subjects.add(each.question().subject());
            candidates(each.bestKnown()).forEach(it -> {
                if (it.value() instanceof Value.AnotherSubject(SubjectId other)) {
                    subjects.add(other);
                }
            });
        }
        names.preload(subjects);
        return questions.stream().map(it -> of(it.question(), it.bestKnown())).toList();
    }

    public QuestionSummary of(Question question, BestKnown bestKnown) {
        Map<String, LinkedText> byId = new LinkedHashMap<>();
        for (CompetingClaim each : candidates(bestKnown)) {
            LinkedText value = values.of(each.value(), question.predicate());
            byId.put(
                    each.claim().value(),
                    new LinkedText(
                            "“" + value.text() + "”", links.claim(each.claim().value())));
        }
        LinkedReasons linkedReasons = new LinkedReasons(byId);
        CompetingClaim answer = bestKnown.answer();
        return new QuestionSummary(
                names.subject(question.subject()),
                names.label(question.predicate()),
                question.qualifiers().entrySet().stream()
                        .map(it -> names.qualified(it.getKey(), it.getValue()))
                        .toList(),
                bestKnown.status(),
                StatusMark.of(bestKnown.status()),
                answer == null ? null : answer(question, answer, bestKnown),
                bestKnown.because().stream().map(linkedReasons::of).toList(),
                bestKnown.alternatives().stream()
                        .map(it -> alternative(question, it, linkedReasons.of(it.why())))
                        .toList());
    }

    private static List<CompetingClaim> candidates(BestKnown bestKnown) {
        List<CompetingClaim> all = new ArrayList<>();
        @Nullable CompetingClaim answer = bestKnown.answer();
        if (answer != null) {
            all.add(answer);
        }
        bestKnown.alternatives().stream().map(Alternative::candidate).forEach(all::add);
        return all;
    }

    private AnswerSummary answer(Question question, CompetingClaim claim, BestKnown bestKnown) {
        int supporting = Objects.requireNonNull(bestKnown.support()).origins().size();
        return candidate(
                question,
                claim,
                ClaimListRows.origins(supporting, bestKnown.against()),
                whether(question, claim, Objects.requireNonNull(bestKnown.inForce())),
                false,
                List.of(),
                null);
    }

    private AnswerSummary alternative(Question question, Alternative alternative, List<LinkedText> why) {
        CompetingClaim claim = alternative.candidate();
        Annulment annulment = alternative.annulment();
        return candidate(
                question,
                claim,
                ClaimListRows.origins(claim.weight()),
                annulment == null ? whether(question, claim, alternative.inForce()) : InForceWords.annulled(annulment),
                annulment != null,
                why,
                alternative.standing());
    }

    private String whether(Question question, CompetingClaim claim, InForce inForce) {
        Tense tense = names.predicate(question.predicate()).map(Predicate::time).orElse(Tense.HOLDS);
        return InForceWords.whether(inForce, day, tense, claim.valid());
    }

    private AnswerSummary candidate(
            Question question,
            CompetingClaim claim,
            String origins,
            String inForce,
            boolean annulled,
            List<LinkedText> why,
            @Nullable Standing standing) {
        String id = claim.claim().value();
        return new AnswerSummary(
                id,
                links.claim(id),
                values.of(claim.value(), question.predicate()),
                StatusPrefix.of(claim.status(), annulled),
                claim.statement(),
                StatusMark.of(claim.status()),
                origins,
                InForceWords.when(claim.valid()),
                inForce,
                annulled,
                why,
                standing);
    }

    /**
     * A question and what is best known of it.
     *
     * @param mark how far the answer is agreed on
     * @param answer absent where the question is open
     * @param because the reasons, a sentence each, in parts that may be links
     * @param alternatives the other claims that answer it, the next best first
     */
    public record QuestionSummary(
            LinkedText subject,
            String predicate,
            List<QualifierText> qualifiers,
            QuestionStatus status,
            StatusMark mark,
            @Nullable AnswerSummary answer,
            List<List<LinkedText>> because,
            List<AnswerSummary> alternatives) {

        /**
         * A claim that answers the question, or might.
         *
         * @param prefix stands before the statement wherever that is not to be read as a fact
         * @param mark its own status, by its own evidence
         * @param origins how many stand by it and how many are against it: of the answer on whichever claim, else on it
         * @param when its valid time
         * @param inForce whether it was in force on the viewpoint's day, or that it was annulled by then
         * @param annulled whether another claim annulled it by then
         * @param why it is not the answer; empty for the answer
         * @param standing to the answer; absent for the answer itself
         */
        public record AnswerSummary(
                String id,
                String href,
                LinkedText value,
                String prefix,
                @Nullable String statement,
                StatusMark mark,
                String origins,
                String when,
                String inForce,
                boolean annulled,
                List<LinkedText> why,
                @Nullable Standing standing) {}

        /** The alternatives that cannot be true together with the answer, where the question is disputed. */
        public List<AnswerSummary> rivals() {
            return status == QuestionStatus.DISPUTED ? alternatives(Standing.RIVAL) : List.of();
        }

        /** The claims that cannot answer: retracted, annulled, found false, or without support. */
        public List<AnswerSummary> fallen() {
            return alternatives(Standing.FALLEN);
        }

        private List<AnswerSummary> alternatives(Standing standing) {
            return alternatives.stream().filter(it -> it.standing() == standing).toList();
        }

        /** How the question stands, as a sentence; absent where nothing speaks against the answer, or nothing answers. */
        public @Nullable String standing() {
            return switch (status) {
                case DISPUTED -> "The question is disputed.";
                case ALLEGED -> "The answer is only alleged.";
                case QUESTIONED -> "Something speaks against the answer.";
                case UNKNOWN -> "Nobody knows the answer.";
                case OPEN, UNCONTESTED -> null;
            };
        }

        /** The question without a qualifier that is shown elsewhere. */
        public QuestionSummary without(String qualifier) {
            return new QuestionSummary(
                    subject,
                    predicate,
                    qualifiers.stream()
                            .filter(it -> !it.key().equals(qualifier))
                            .toList(),
                    status,
                    mark,
                    answer,
                    because,
                    alternatives);
        }

        /** One of the claims that answer it, or might. */
        Optional<AnswerSummary> claim(String id) {
            return Stream.concat(Stream.ofNullable(answer), alternatives.stream())
                    .filter(it -> it.id().equals(id))
                    .findFirst();
        }

        /** The number of claims that answer it. */
        public int size() {
            return alternatives.size() + (answer == null ? 0 : 1);
        }
    }

    /** Turns the ids of claims in the sentences of the policy into links with the values of the claims. */
    static final class LinkedReasons {

        private static final Pattern NOTHING = Pattern.compile("(?!)");

        private final Map<String, LinkedText> claims;
        private final Pattern ids;

        /** @param claims by their ids */
        LinkedReasons(Map<String, LinkedText> claims) {
            this.claims = claims;
            this.ids = claims.isEmpty()
                    ? NOTHING
                    : Pattern.compile(claims.keySet().stream()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "(?<![a-z0-9._-])(?:", ")(?![a-z0-9_-]|\\.[a-z0-9])")));
        }

        List<LinkedText> of(String sentence) {
            List<LinkedText> parts = new ArrayList<>();
            Matcher matcher = ids.matcher(sentence);
            int at = 0;
            for (MatchResult id : matcher.results().toList()) {
                parts.add(LinkedText.plain(sentence.substring(at, id.start())));
                parts.add(claims.getOrDefault(id.group(), LinkedText.plain(id.group())));
                at = id.end();
            }
            parts.add(LinkedText.plain(sentence.substring(at)));
            return parts;
        }
    }
}
