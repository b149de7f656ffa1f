package org.claimsledger.desk.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Candidate;
import org.claimsledger.claim.Content;
import org.claimsledger.desk.claim.QuestionView;
import org.claimsledger.desk.claim.QuestionViews;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.picture.Fact;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.Tense;
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what is best known of a subject into themes: each case for itself, what the subject says, what held for a time, and
 * what happened. The vocabulary has no themes of its own; these follow from what claims are made of.
 */
final class Dossier {

    private static final String CASE = "case";

    private final Names names;
    private final ValueWords values;
    private final QuestionViews views;
    private final Links to;
    private final Map<ClaimId, Content> contents;
    private final LongFunction<Instant> recordedAt;

    /**
     * @param contents of the claims that answer the questions, as far as they are at hand
     * @param recordedAt when a position was recorded
     */
    Dossier(
            Names names,
            QuestionViews views,
            Links to,
            Map<ClaimId, Content> contents,
            LongFunction<Instant> recordedAt) {
        this.names = names;
        this.values = new ValueWords(names, to);
        this.views = views;
        this.to = to;
        this.contents = contents;
        this.recordedAt = recordedAt;
    }

    /** Themes in the order in which they come up, cases last. */
    List<Theme> themes(List<QuestionAt> questions) {
        Map<String, List<QuestionView>> byTheme = new LinkedHashMap<>();
        List<QuestionView> shown = views.of(questions);
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (int i = 0; i < questions.size(); i++) {
            QuestionView view = shown.get(i);
            byTheme.getOrDefault(theme(questions.get(i)), new ArrayList<>())
                    .add(inCase(questions.get(i)) == null ? view : view.without(CASE));
        }
        return byTheme.entrySet().stream()
                .map(it -> new Theme(it.getKey(), it.getValue()))
                .toList();
    }

    /** What a timeline can show of them: the answers, and beside a disputed one its rivals; the first to begin first. */
    List<Fact> facts(List<QuestionAt> questions) {
        Map<String, List<Fact>> byTheme = new LinkedHashMap<>();
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (QuestionAt question : questions) {
            String theme = theme(question);
            shown(question.bestKnown()).forEach(it -> byTheme.getOrDefault(theme, new ArrayList<>())
                    .add(fact(question, it, theme)));
        }
        byTheme.values().forEach(facts -> facts.sort(Comparator.comparing(Dossier::begin)));
        return byTheme.values().stream().flatMap(List::stream).toList();
    }

    private Set<String> inOrder(List<QuestionAt> questions) {
        Set<String> names = new LinkedHashSet<>();
        questions.stream().filter(it -> inCase(it) == null).map(this::theme).forEach(names::add);
        questions.stream().filter(it -> inCase(it) != null).map(this::theme).forEach(names::add);
        return names;
    }

    private static Instant begin(Fact fact) {
        Edtf valid = fact.valid();
        if (valid != null && valid.start() instanceof Bound.Between start) {
            return start.earliest();
        }
        return Instant.MIN;
    }

    static List<Candidate> shown(BestKnown known) {
        List<Candidate> shown = new ArrayList<>();
        Candidate answer = known.answer();
        if (answer != null) {
            shown.add(answer);
            if (known.status() == BestKnown.Standing.DISPUTED) {
                known.alternatives().stream()
                        .map(BestKnown.Alternative::candidate)
                        .filter(QuestionViews::stands)
                        .forEach(shown::add);
            }
        }
        return shown;
    }

    private Fact fact(QuestionAt question, Candidate candidate, String theme) {
        var predicate = question.question().predicate();
        return new Fact(
                theme,
                names.label(predicate) + " "
                        + values.of(candidate.value(), predicate).text(),
                to.claim(candidate.claim().value()),
                Mark.of(candidate.status()),
                candidate.valid(),
                candidate.reported(),
                recordedAt.apply(candidate.position()));
    }

    private String theme(QuestionAt question) {
        String inCase = inCase(question);
        if (inCase != null) {
            return inCase;
        }
        Candidate first = first(question);
        if (first.value() instanceof Value.AnotherClaim) {
            return "What is said of other claims";
        }
        Tense tense = names.predicate(question.question().predicate())
                .map(Predicate::time)
                .orElse(Tense.HOLDS);
        return tense == Tense.HOLDS ? "Offices, ties and circumstances" : "Events";
    }

    /** The name of the case that the question is about, if it is about one. */
    private @Nullable String inCase(QuestionAt question) {
        QualifierKey key = new QualifierKey(CASE);
        String named = question.question().qualifiers().get(key);
        if (named == null) {
            Content content = contents.get(first(question).claim());
            named = content == null ? null : content.qualifiers().get(key);
        }
        return named == null
                ? null
                : Words.capital(names.qualified(key, named).value().text());
    }

    private static Candidate first(QuestionAt question) {
        BestKnown known = question.bestKnown();
        Candidate answer = known.answer();
        return answer == null ? known.alternatives().getFirst().candidate() : answer;
    }
}
