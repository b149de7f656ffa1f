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
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.picture.TimelineLayout.TimelineEntry;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the questions about a subject into themes: each case by itself, claims about other claims, states that held for a
 * time, and events. The vocabulary has no themes of its own; these follow from the content of the claims.
 */
final class Dossier {

    private static final String CASE = "case";

    private final NameLookup names;
    private final ValueWords values;
    private final QuestionSummaries summaries;
    private final Links links;
    private final Map<ClaimId, ClaimContent> contents;
    private final LongFunction<Instant> recordedAt;

    /**
     * @param contents of the claims that answer the questions, as far as they were read
     * @param recordedAt the time at which a position was recorded
     */
    Dossier(
            NameLookup names,
            QuestionSummaries summaries,
            Links links,
            Map<ClaimId, ClaimContent> contents,
            LongFunction<Instant> recordedAt) {
        this.names = names;
        this.values = new ValueWords(names, links);
        this.summaries = summaries;
        this.links = links;
        this.contents = contents;
        this.recordedAt = recordedAt;
    }

    /** Questions that belong together, with what is best known of each. */
    public record DossierTheme(String name, List<QuestionSummary> questions) {}

    /** Themes in the order in which they come up, cases last. */
    List<DossierTheme> themes(List<QuestionAt> questions) {
        Map<String, List<QuestionSummary>> byTheme = new LinkedHashMap<>();
        List<QuestionSummary> inWords = summaries.of(questions);
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (int i = 0; i < questions.size(); i++) {
            QuestionSummary summary = inWords.get(i);
            byTheme.getOrDefault(theme(questions.get(i)), new ArrayList<>())
                    .add(caseName(questions.get(i)) == null ? summary : summary.without(CASE));
        }
        return byTheme.entrySet().stream()
                .map(it -> new DossierTheme(it.getKey(), it.getValue()))
                .toList();
    }

    /** The answers, and the rivals of disputed ones, by theme and then by when they begin. */
    List<TimelineEntry> timelineEntries(List<QuestionAt> questions) {
        Map<String, List<TimelineEntry>> byTheme = new LinkedHashMap<>();
        inOrder(questions).forEach(theme -> byTheme.put(theme, new ArrayList<>()));
        for (QuestionAt question : questions) {
            String theme = theme(question);
            shownCandidates(question.bestKnown()).forEach(it -> byTheme.getOrDefault(theme, new ArrayList<>())
                    .add(timelineEntry(question, it, theme)));
        }
        byTheme.values().forEach(entries -> entries.sort(Comparator.comparing(Dossier::begin)));
        return byTheme.values().stream().flatMap(List::stream).toList();
    }

    private Set<String> inOrder(List<QuestionAt> questions) {
        Set<String> ordered = new LinkedHashSet<>();
        questions.stream().filter(it -> caseName(it) == null).map(this::theme).forEach(ordered::add);
        questions.stream().filter(it -> caseName(it) != null).map(this::theme).forEach(ordered::add);
        return ordered;
    }

    private static Instant begin(TimelineEntry timelineEntry) {
        Edtf valid = timelineEntry.valid();
        if (valid != null && valid.start() instanceof Bound.Between start) {
            return start.earliest();
        }
        return Instant.MIN;
    }

    static List<CompetingClaim> shownCandidates(BestKnown bestKnown) {
        List<CompetingClaim> shown = new ArrayList<>();
        CompetingClaim answer = bestKnown.answer();
        if (answer != null) {
            shown.add(answer);
            if (bestKnown.status() == QuestionStatus.DISPUTED) {
                bestKnown.alternatives().stream()
                        .filter(it -> it.standing() == Standing.RIVAL)
                        .map(Alternative::candidate)
                        .forEach(shown::add);
            }
        }
        return shown;
    }

    /** An answer is marked by how far it is agreed on, a rival by its own status. */
    private TimelineEntry timelineEntry(QuestionAt question, CompetingClaim competingClaim, String theme) {
        var predicate = question.question().predicate();
        BestKnown bestKnown = question.bestKnown();
        return new TimelineEntry(
                theme,
                names.label(predicate) + " "
                        + values.of(competingClaim.value(), predicate).text(),
                links.claim(competingClaim.claim().value()),
                competingClaim == bestKnown.answer()
                        ? StatusMark.of(bestKnown.status())
                        : StatusMark.of(competingClaim.status()),
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
        Tense tense = names.predicate(question.question().predicate())
                .map(Predicate::time)
                .orElse(Tense.HOLDS);
        return tense == Tense.HOLDS ? "Offices, ties and circumstances" : "Events";
    }

    /** The name of the case that the question is about, if it is about one. */
    private @Nullable String caseName(QuestionAt question) {
        QualifierKey key = new QualifierKey(CASE);
        Qualifier qualifier = question.question().qualifiers().get(key);
        if (qualifier == null) {
            ClaimContent claimContent = contents.get(first(question).claim());
            qualifier = claimContent == null ? null : claimContent.qualifiers().get(key);
        }
        return qualifier == null
                ? null
                : Phrases.capitalised(names.qualified(key, qualifier).value().text());
    }

    private static CompetingClaim first(QuestionAt question) {
        BestKnown bestKnown = question.bestKnown();
        CompetingClaim answer = bestKnown.answer();
        return answer == null ? bestKnown.alternatives().getFirst().candidate() : answer;
    }
}
