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
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.Status;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.InForceWords;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.Tense;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts questions and their answers into words. */
public final class QuestionViews {

    private final Names names;
    private final ValueWords values;
    private final Links to;
    private final LocalDate day;

    /** @param day for which it is said whether an answer was in force */
    public QuestionViews(Names names, Links to, LocalDate day) {
        this.names = names;
        this.values = new ValueWords(names, to);
        this.to = to;
        this.day = day;
    }

    public List<QuestionView> of(List<QuestionAt> questions) {
        Set<SubjectId> subjects = new HashSet<>();
        for (QuestionAt each : questions) {
            subjects.add(each.question().subject());
            candidates(each.bestKnown()).forEach(it -> {
                if (it.value() instanceof Value.AnotherSubject(SubjectId other)) {
                    subjects.add(other);
                }
            });
        }
        names.learn(subjects);
        return questions.stream().map(it -> of(it.question(), it.bestKnown())).toList();
    }

    public QuestionView of(Question question, BestKnown known) {
        Map<String, Said> byId = new LinkedHashMap<>();
        for (Candidate each : candidates(known)) {
            Said value = values.of(each.value(), question.predicate());
            byId.put(
                    each.claim().value(),
                    new Said("“" + value.text() + "”", to.claim(each.claim().value())));
        }
        Reasons reasons = new Reasons(byId);
        Candidate answer = known.answer();
        return new QuestionView(
                names.subject(question.subject()),
                names.label(question.predicate()),
                question.qualifiers().entrySet().stream()
                        .map(it -> names.qualified(it.getKey(), it.getValue()))
                        .toList(),
                known.status().name().toLowerCase(Locale.ROOT),
                answer == null ? null : answer(question, answer, List.of()),
                known.because().stream().map(reasons::of).toList(),
                known.alternatives().stream()
                        .map(it -> answer(question, it.candidate(), reasons.of(it.why())))
                        .toList());
    }

    private static List<Candidate> candidates(BestKnown known) {
        List<Candidate> all = new ArrayList<>();
        @Nullable Candidate answer = known.answer();
        if (answer != null) {
            all.add(answer);
        }
        known.alternatives().stream().map(Alternative::candidate).forEach(all::add);
        return all;
    }

    private QuestionView.Answer answer(Question question, Candidate claim, List<Said> why) {
        Tense tense = names.predicate(question.predicate()).map(Predicate::time).orElse(Tense.HOLDS);
        String id = claim.claim().value();
        return new QuestionView.Answer(
                id,
                to.claim(id),
                values.of(claim.value(), question.predicate()),
                claim.statement(),
                Mark.of(claim.status()),
                ClaimLines.origins(claim.weight()),
                InForceWords.when(claim.valid()),
                InForceWords.whether(day, tense, claim.valid()),
                why,
                stands(claim));
    }

    /** Whether a claim may answer at all. */
    public static boolean stands(Candidate claim) {
        return claim.status() != Status.RETRACTED && claim.status() != Status.UNSUPPORTED;
    }
}
