package org.claimsledger.projection;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimsledger.claim.Claim;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.projection.search.ClaimHit;
import org.claimsledger.projection.search.SourceHit;
import org.claimsledger.projection.search.SubjectHit;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/** What a search has to find, by a look at everything: slow, simple, and without an index. */
record Searched(PlainFold fold, String q) {

    /** Whatever is found by a search, page by page. */
    static List<String> claims(Projections projections, String q, ClaimFilter filter, Moment moment, int limit) {
        return Reading.all(after -> projections.search().claims(q, filter, moment, after, limit)).stream()
                .map(ClaimHit::claim)
                .map(it -> it.claim().id().value())
                .toList();
    }

    static List<String> sources(Projections projections, String q, long asOf, int limit) {
        return Reading.all(after -> projections.search().sources(q, null, asOf, after, limit)).stream()
                .map(SourceHit::source)
                .map(it -> it.source().id().value())
                .toList();
    }

    static List<String> subjects(Projections projections, String q, long asOf, int limit) {
        return Reading.all(after -> projections.search().subjects(q, null, asOf, after, limit)).stream()
                .map(SubjectHit::subject)
                .map(it -> it.subject().id().value())
                .toList();
    }

    static Projections caughtUp(Projections projections, MemoryLog log) throws InterruptedException {
        projections.catchUp(log.head(), Reading.PATIENCE, applied -> {});
        return projections;
    }

    static Projections of(MemoryLog log, Path folder) throws InterruptedException {
        return caughtUp(Projections.open(folder.resolve("projections"), log, Reading.LEDGER), log);
    }

    /** The closest first, and alike ones in the order in which they were asserted. */
    List<String> claims() {
        return byCloseness(fold.claims().stream().map(ClaimId::value).toList(), id -> {
            Claim claim = fold.claim(new ClaimId(id));
            return closeness(texts(claim), names(claim.content().subject()));
        });
    }

    List<String> sources() {
        return byCloseness(
                RandomDesk.SOURCES.stream()
                        .filter(it -> fold.source(it) != null)
                        .sorted(Comparator.comparing(it -> fold.positions(org.claimsledger.value.Tag.source(it))
                                .getFirst()))
                        .map(SourceId::value)
                        .toList(),
                id -> closeness(texts(fold.source(new SourceId(id)).details()), List.of()));
    }

    private interface HowClose {
        int of(String id);
    }

    private static List<String> byCloseness(List<String> all, HowClose closeness) {
        return Stream.of(1, 2, 3)
                .flatMap(each -> all.stream().filter(id -> closeness.of(id) == each))
                .toList();
    }

    /** 1 where the words stand together, 2 where all occur, 3 where some only begin words or are spelled otherwise. */
    private int closeness(List<String> texts, List<String> names) {
        List<String> asked = words(q);
        List<String> both = Stream.concat(texts.stream(), names.stream()).toList();
        if (both.stream().anyMatch(it -> (" " + String.join(" ", words(it)) + " ")
                .contains(" " + String.join(" ", asked) + " "))) {
            return 1;
        }
        if (asked.stream()
                .allMatch(word -> both.stream().anyMatch(it -> words(it).contains(word)))) {
            return 2;
        }
        return asked.stream()
                        .allMatch(word -> texts.stream()
                                        .anyMatch(it -> words(it).stream().anyMatch(held -> held.startsWith(word)))
                                || names.stream().anyMatch(it -> isMeant(word, it)))
                ? 3
                : 0;
    }

    private boolean isMeant(String word, String name) {
        List<String> held = words(name);
        return held.contains(word)
                || word.equals(words(q).getLast()) && held.stream().anyMatch(it -> it.startsWith(word))
                || word.length() > 1
                        && Likeness.found(Name.of(word), Name.of(name)).score() >= Likeness.FOUND;
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
        texts.add(details.publisher());
        texts.add(details.url() == null ? null : details.url().text());
        texts.addAll(details.authors() == null ? List.of() : details.authors());
        texts.removeIf(Objects::isNull);
        return texts;
    }

    private List<String> names(SubjectId subject) {
        SubjectId kept = fold.kept(subject);
        return RandomDesk.SUBJECTS.stream()
                .filter(it -> fold.subject(it) != null && fold.kept(it).equals(kept))
                .flatMap(it -> names(fold.subject(it)))
                .toList();
    }

    static Stream<String> names(Subject subject) {
        return Stream.concat(
                Stream.concat(Stream.of(subject.details().name()), subject.details().alsoKnownAs().stream()),
                subject.namings().stream().map(Naming::name));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase()
                .replace("ß", "ss")
                .replace("ł", "l");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
