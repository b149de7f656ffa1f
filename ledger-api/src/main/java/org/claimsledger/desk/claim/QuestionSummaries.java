package org.claimsledger.desk.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.InForceWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
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
                bestKnown.status().name().toLowerCase(Locale.ROOT),
                answer == null ? null : answer(question, answer, List.of()),
                bestKnown.because().stream().map(linkedReasons::of).toList(),
                bestKnown.alternatives().stream()
                        .map(it -> answer(question, it.candidate(), linkedReasons.of(it.why())))
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

    private QuestionSummary.AnswerSummary answer(Question question, CompetingClaim claim, List<LinkedText> why) {
        Tense tense = names.predicate(question.predicate()).map(Predicate::time).orElse(Tense.HOLDS);
        String id = claim.claim().value();
        return new QuestionSummary.AnswerSummary(
                id,
                links.claim(id),
                values.of(claim.value(), question.predicate()),
                claim.statement(),
                StatusMark.of(claim.status()),
                ClaimListRows.origins(claim.weight()),
                InForceWords.when(claim.valid()),
                InForceWords.whether(day, tense, claim.valid()),
                why,
                stands(claim));
    }

    /** Whether a claim may be the answer. */
    public static boolean stands(CompetingClaim claim) {
        return claim.status() != ClaimStatus.RETRACTED && claim.status() != ClaimStatus.UNSUPPORTED;
    }

    /**
     * A question and what is best known of it.
     *
     * @param status uncontested, disputed or open
     * @param answer absent where the question is open
     * @param because the reasons, a sentence each, in parts that may be links
     * @param alternatives the other claims that answer it, the next best first
     */
    public record QuestionSummary(
            LinkedText subject,
            String predicate,
            List<QualifierText> qualifiers,
            String status,
            @Nullable AnswerSummary answer,
            List<List<LinkedText>> because,
            List<AnswerSummary> alternatives) {

        /**
         * A claim that answers the question, or might.
         *
         * @param when its valid time
         * @param inForce whether it was in force on the viewpoint's day
         * @param why it is not the answer; empty for the answer
         * @param stands whether it may be the answer
         */
        public record AnswerSummary(
                String id,
                String href,
                LinkedText value,
                @Nullable String statement,
                StatusMark mark,
                String origins,
                String when,
                String inForce,
                List<LinkedText> why,
                boolean stands) {}

        public boolean isDisputed() {
            return status.equals("disputed");
        }

        /** The alternatives that dispute the answer. */
        public List<AnswerSummary> rivals() {
            return isDisputed()
                    ? alternatives.stream().filter(AnswerSummary::stands).toList()
                    : List.of();
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
                    answer,
                    because,
                    alternatives);
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
