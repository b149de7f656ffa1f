package org.claimsledger.desk.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Tense;
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
}
