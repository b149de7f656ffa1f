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
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.claim.QuestionSummary;
import org.claimsledger.desk.picture.TimelineEntry;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Tense;
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

    private final NameLookup nameLookup;
    private final ValueWords values;
    private final QuestionSummaries views;
    private final Links links;
    private final Map<ClaimId, ClaimContent> claimContents;
    private final LongFunction<Instant> recordedAt;

    /**
     * @param contents of the claims that answer the questions, as far as they are at hand
     * @param recordedAt when a position was recorded
     */
    Dossier(
            NameLookup nameLookup,
            QuestionSummaries views,
            Links to,
            Map<ClaimId, ClaimContent> claimContents,
            LongFunction<Instant> recordedAt) {
        this.nameLookup = nameLookup;
        this.values = new ValueWords(nameLookup, to);
        this.views = views;
        this.links = to;
        this.claimContents = claimContents;
        this.recordedAt = recordedAt;
    }

    /** Themes in the order in which they come up, cases last. */
    List<DossierTheme> themes(List<QuestionAt> questions) {
        Map<String, List<QuestionSummary>> byTheme = new LinkedHashMap<>();
        List<QuestionSummary> shown = views.of(questions);
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (int i = 0; i < questions.size(); i++) {
            QuestionSummary view = shown.get(i);
            byTheme.getOrDefault(theme(questions.get(i)), new ArrayList<>())
                    .add(caseName(questions.get(i)) == null ? view : view.without(CASE));
        }
        return byTheme.entrySet().stream()
                .map(it -> new DossierTheme(it.getKey(), it.getValue()))
                .toList();
    }

    /** What a timeline can show of them: the answers, and beside a disputed one its rivals; the first to begin first. */
    List<TimelineEntry> facts(List<QuestionAt> questions) {
        Map<String, List<TimelineEntry>> byTheme = new LinkedHashMap<>();
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (QuestionAt question : questions) {
            String theme = theme(question);
            shownCandidates(question.bestKnown()).forEach(it -> byTheme.getOrDefault(theme, new ArrayList<>())
                    .add(fact(question, it, theme)));
        }
        byTheme.values().forEach(timelineEntries -> timelineEntries.sort(Comparator.comparing(Dossier::begin)));
        return byTheme.values().stream().flatMap(List::stream).toList();
    }

    private Set<String> inOrder(List<QuestionAt> questions) {
        Set<String> names = new LinkedHashSet<>();
        questions.stream().filter(it -> caseName(it) == null).map(this::theme).forEach(names::add);
        questions.stream().filter(it -> caseName(it) != null).map(this::theme).forEach(names::add);
        return names;
    }

    private static Instant begin(TimelineEntry timelineEntry) {
        Edtf valid = timelineEntry.valid();
        if (valid != null && valid.start() instanceof Bound.Between start) {
            return start.earliest();
        }
        return Instant.MIN;
    }

    static List<CompetingClaim> shownCandidates(BestKnown known) {
        List<CompetingClaim> shown = new ArrayList<>();
        CompetingClaim answer = known.answer();
        if (answer != null) {
            shown.add(answer);
            if (known.status() == BestKnown.QuestionStatus.DISPUTED) {
                known.alternatives().stream()
                        .map(BestKnown.Alternative::candidate)
                        .filter(QuestionSummaries::stands)
                        .forEach(shown::add);
            }
        }
        return shown;
    }

    private TimelineEntry fact(QuestionAt question, CompetingClaim competingClaim, String theme) {
        var predicate = question.question().predicate();
        return new TimelineEntry(
                theme,
                nameLookup.label(predicate) + " "
                        + values.of(competingClaim.value(), predicate).text(),
                links.claim(competingClaim.claim().value()),
                StatusMark.of(competingClaim.status()),
                competingClaim.valid(),
                competingClaim.reported(),
                recordedAt.apply(competingClaim.position()));
    }

    private String theme(QuestionAt question) {
        String inCase = caseName(question);
        if (inCase != null) {
            return inCase;
        }
        CompetingClaim first = first(question);
        if (first.value() instanceof Value.AnotherClaim) {
            return "What is said of other claims";
        }
        Tense tense = nameLookup
                .predicate(question.question().predicate())
                .map(Predicate::time)
                .orElse(Tense.HOLDS);
        return tense == Tense.HOLDS ? "Offices, ties and circumstances" : "Events";
    }

    /** The name of the case that the question is about, if it is about one. */
    private @Nullable String caseName(QuestionAt question) {
        QualifierKey key = new QualifierKey(CASE);
        String named = question.question().qualifiers().get(key);
        if (named == null) {
            ClaimContent claimContent = claimContents.get(first(question).claim());
            named = claimContent == null ? null : claimContent.qualifiers().get(key);
        }
        return named == null
                ? null
                : Phrases.capitalised(nameLookup.qualified(key, named).value().text());
    }

    private static CompetingClaim first(QuestionAt question) {
        BestKnown known = question.bestKnown();
        CompetingClaim answer = known.answer();
        return answer == null ? known.alternatives().getFirst().candidate() : answer;
    }
}
