package org.claimsledger.projection;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.projection.search.Search.SourceHit;
import org.claimsledger.projection.search.Search.SubjectHit;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/** The expected results of a search, from a scan of everything: slow, simple, and without an index. */
record SearchOracle(EventFoldOracle fold, String query) {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The claims that a search finds, page by page. */
    static List<String> claims(
            ReadModels readModels, String q, ClaimFilter filter, BitemporalPoint bitemporalPoint, int limit) {
        return ReadModelFixture.allPages(
                        after -> readModels.asRecorded().search().claims(q, filter, bitemporalPoint, after, limit))
                .stream()
                .map(ClaimHit::claim)
                .map(it -> it.claim().id().value())
                .toList();
    }

    static List<String> sources(ReadModels readModels, String q, long asOf, int limit) {
        return ReadModelFixture.allPages(
                        after -> readModels.asRecorded().search().sources(q, null, asOf, after, limit))
                .stream()
                .map(SourceHit::source)
                .map(it -> it.source().id().value())
                .toList();
    }

    static List<String> subjects(ReadModels readModels, String q, long asOf, int limit) {
        return ReadModelFixture.allPages(
                        after -> readModels.asRecorded().search().subjects(q, null, asOf, after, limit))
                .stream()
                .map(SubjectHit::subject)
                .map(it -> it.subject().id().value())
                .toList();
    }

    static ReadModels awaitCaughtUp(ReadModels readModels, MemoryLog log) throws InterruptedException {
        readModels.catchUp(log.head(), ReadModelFixture.PATIENCE, applied -> {});
        return readModels;
    }

    static ReadModels of(MemoryLog log, Path folder) throws InterruptedException {
        return awaitCaughtUp(ReadModels.open(folder.resolve("projections"), log, ReadModelFixture.LEDGER), log);
    }

    /** The closest first, and equally close ones in the order of assertion. */
    List<String> claims() {
        return byTier(fold.claims().stream().map(ClaimId::value).toList(), id -> {
            Claim claim = fold.claim(new ClaimId(id));
            return tier(texts(claim), names(claim.content().subject()));
        });
    }

    List<String> sources() {
        return byTier(
                RandomDeskHistory.SOURCES.stream()
                        .filter(it -> fold.source(it) != null)
                        .sorted(Comparator.comparing(it -> fold.positions(org.claimsledger.event.EventTag.source(it))
                                .getFirst()))
                        .map(SourceId::value)
                        .toList(),
                id -> tier(texts(fold.source(new SourceId(id)).details()), List.of()));
    }

    private interface TierOf {
        int of(String id);
    }

    private static List<String> byTier(List<String> all, TierOf tierOf) {
        Map<Integer, List<String>> byTier = all.stream().collect(Collectors.groupingBy(tierOf::of));
        return Stream.of(1, 2, 3)
                .flatMap(each -> byTier.getOrDefault(each, List.of()).stream())
                .toList();
    }

    /**
     * 1 where the words are a phrase, 2 where all occur, 3 where some only begin words or are spelled in another way.
     */
    private int tier(List<String> texts, List<String> names) {
        List<String> queryWords = words(query);
        List<String> both = Stream.concat(texts.stream(), names.stream()).toList();
        if (both.stream().anyMatch(it -> (" " + String.join(" ", words(it)) + " ")
                .contains(" " + String.join(" ", queryWords) + " "))) {
            return 1;
        }
        if (queryWords.stream()
                .allMatch(word -> both.stream().anyMatch(it -> words(it).contains(word)))) {
            return 2;
        }
        return queryWords.stream()
                        .allMatch(word -> texts.stream().anyMatch(it -> words(it).stream()
                                        .anyMatch(textWord -> textWord.startsWith(word)))
                                || names.stream().anyMatch(it -> matchesName(word, it)))
                ? 3
                : 0;
    }

    private boolean matchesName(String word, String name) {
        List<String> nameWords = words(name);
        return nameWords.contains(word)
                || word.equals(words(query).getLast()) && nameWords.stream().anyMatch(it -> it.startsWith(word))
                || Likeness.isSpelledIn(Name.of(word), Name.of(name));
    }

    private static List<String> texts(Claim claim) {
        List<String> texts = new ArrayList<>();
        texts.add(claim.content().statement());
        if (claim.content().value() instanceof Value.Text text) {
            texts.add(text.text());
        }
        if (claim.content().value() instanceof Value.Term term) {
            texts.add(term.term());
        }
        claim.evidence().values().stream()
                .filter(it -> it.testimony().quote() != null)
                .forEach(it -> texts.add(it.testimony().quote().exact()));
        texts.removeIf(Objects::isNull);
        return texts;
    }

    private static List<String> texts(SourceDetails details) {
        List<String> texts = new ArrayList<>();
        texts.add(details.title());
        texts.add(details.publisher() instanceof Publisher.ByName byName ? byName.name() : null);
        texts.add(details.url() == null ? null : details.url().text());
        texts.addAll(details.authors() == null ? List.of() : details.authors());
        texts.removeIf(Objects::isNull);
        return texts;
    }

    private List<String> names(SubjectId subject) {
        SubjectId kept = fold.keptFor(subject);
        return RandomDeskHistory.SUBJECTS.stream()
                .filter(it -> fold.subject(it) != null && fold.keptFor(it).equals(kept))
                .flatMap(it -> names(fold.subject(it)))
                .toList();
    }

    static Stream<String> names(Subject subject) {
        return Stream.concat(
                Stream.concat(Stream.of(subject.details().name()), subject.details().alsoKnownAs().stream()),
                subject.addedNames().stream().map(SubjectName::name));
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase()
                .replace("ß", "ss")
                .replace("ł", "l");
        return BETWEEN_WORDS.splitAsStream(plain).filter(it -> !it.isEmpty()).toList();
    }
}
