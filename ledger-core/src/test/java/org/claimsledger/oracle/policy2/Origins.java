package org.claimsledger.oracle.policy2;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.name.FoldedText;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Dependence;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Lineage;
import org.claimsledger.oracle.policy2.Given.Source;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Given.Who;
import org.jspecify.annotations.Nullable;

/** R1 and R2: who really attests a piece of evidence, of when it is, and what it is worth. */
final class Origins {

    /** The end of a line of echoes: the last source that is known, or the outlet that it names as its original. */
    private record Root(Source source, @Nullable String outlet) {}

    private record Candidate(When date, String origin) {}

    private final Given given;
    private final Sight sight;

    Origins(Given given) {
        this.given = given;
        this.sight = new Sight(given);
    }

    /** How a name is spelled makes no difference, as far as a text folds. */
    static String foldedName(String name) {
        return FoldedText.of(name).text();
    }

    /** Case; runs of space, hyphen and underscore as one space. */
    static String foldedQualifier(String text) {
        return FoldedText.ofQualifier(text).text();
    }

    String r1(Claim claim, Evidence evidence) {
        return r1(claim, evidence, Set.of());
    }

    /**
     * (a) Its first attestor. (b) Without an attestor, for an echo: the attestor of its original's evidence on the same
     * claim that is not withdrawn. (c) Else the publisher of the root over echoes. An anonymous attestor has the origin of
     * the source's publisher.
     */
    private String r1(Claim claim, Evidence evidence, Set<String> derived) {
        if (!evidence.attribution().isEmpty()) {
            return isAnonymous(evidence.attribution().getFirst())
                    ? r1cPublisher(claim, evidence, derived)
                    : r1aAttestor(evidence.attribution().getFirst());
        }
        Set<String> inherited = new TreeSet<>();
        r1bOriginals(claim, evidence).forEach(it -> inherited.add(r1(claim, it, derived)));
        return inherited.size() == 1 ? inherited.iterator().next() : r1cPublisher(claim, evidence, derived);
    }

    private static boolean isAnonymous(Who who) {
        return who instanceof Who.OfText text && text.anonymous()
                || who instanceof Who.OfSubject subject && !subject.identified();
    }

    /**
     * A subject by its id after merges; a text by the one subject that has it among its names, else the folded text; a
     * source by its publisher.
     */
    private String r1aAttestor(Who attestor) {
        return attestor instanceof Who.OfSource of ? publisher(given.sources().get(of.id())) : resolved(attestor);
    }

    private String resolved(Who who) {
        return switch (who) {
            case Who.OfSubject subject -> subject(subject.id());
            case Who.OfText text ->
                given.subjects()
                        .named()
                        .apply(text.text())
                        .map(this::subject)
                        .orElse("name " + foldedName(text.text()));
            case Who.OfSource source -> "source " + source.id();
        };
    }

    private String subject(String id) {
        return "subject " + given.subjects().keptAs().apply(id);
    }

    private String publisher(Source source) {
        return source.publisher() == null ? "source " + source.id() : resolved(source.publisher());
    }

    /**
     * The nearest originals' evidence on the same claim, of the same stance. Where the original has several that name
     * different attestors, nobody knows which one is echoed, and the echo is its publisher's.
     */
    private List<Evidence> r1bOriginals(Claim claim, Evidence evidence) {
        Set<String> originals = Set.of(evidence.source());
        while (!originals.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            originals.forEach(it -> next.addAll(originalsOf(it)));
            List<Evidence> found = sight.evidence(claim).stream()
                    .filter(it -> next.contains(it.source()) && it.stance() == evidence.stance())
                    .filter(it -> it.accepted() && !it.withdrawn())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
            originals = next;
        }
        return List.of();
    }

    private List<String> originalsOf(String source) {
        return given.sources().get(source).lineage().stream()
                .filter(it -> it.dependence().isEcho() && it.source() != null)
                .map(Lineage::source)
                .toList();
    }

    /** Every source that this one echoes, however far back; with itself. */
    Set<String> echoed(String source) {
        Set<String> all = new LinkedHashSet<>(Set.of(source));
        originalsOf(source).forEach(it -> all.addAll(echoed(it)));
        return all;
    }

    /**
     * Else the publisher of the root over echoes, resolved like a text. Sources with one contentSha256 have one origin.
     * Where the root derives_from a source that is itself live support of the same claim, the two are one origin. Evidence
     * from a protected source takes no part in the last two.
     */
    private String r1cPublisher(Claim claim, Evidence evidence, Set<String> derived) {
        Source source = given.sources().get(evidence.source());
        if (source.isProtected()) {
            return originOf(root(source));
        }
        return r1cOriginOfWhatItDerivesFrom(claim, evidence, derived).orElseGet(() -> r1cSharedByContent(source));
    }

    private Root root(Source source) {
        for (Lineage lineage : source.lineage()) {
            if (lineage.dependence().isEcho()) {
                return lineage.source() == null
                        ? new Root(source, lineage.outlet())
                        : root(given.sources().get(lineage.source()));
            }
        }
        return new Root(source, null);
    }

    private String originOf(Root root) {
        return root.outlet() == null ? publisher(root.source()) : resolved(new Who.OfText(root.outlet(), false));
    }

    private Optional<String> r1cOriginOfWhatItDerivesFrom(Claim claim, Evidence evidence, Set<String> derived) {
        Root root = root(given.sources().get(evidence.source()));
        if (root.outlet() != null || evidence.stance() != Stance.SUPPORTS || derived.contains(evidence.id())) {
            return Optional.empty();
        }
        Set<String> further = new HashSet<>(derived);
        further.add(evidence.id());
        List<String> found = new ArrayList<>();
        for (Lineage lineage : root.source().lineage()) {
            for (Evidence other : sight.liveEvidence(claim)) {
                if (lineage.dependence() == Dependence.DERIVES_FROM
                        && other.source().equals(lineage.source())
                        && other.stance() == Stance.SUPPORTS
                        && !given.sources().get(other.source()).isProtected()) {
                    found.add(r1(claim, other, further));
                }
            }
        }
        return found.stream().min(Comparator.naturalOrder());
    }

    /** Of all the roots that this source and those of the same content have, the earliest published. */
    private String r1cSharedByContent(Source source) {
        Set<String> together = new LinkedHashSet<>();
        Deque<Source> open = new ArrayDeque<>(List.of(source));
        List<Candidate> roots = new ArrayList<>();
        while (!open.isEmpty()) {
            Source next = open.pop();
            if (together.add(next.id())) {
                Root root = root(next);
                roots.add(new Candidate(dateOf(root.source()), originOf(root)));
                open.push(root.source());
                given.sources().values().stream()
                        .filter(it -> isOfOneContent(it, next))
                        .forEach(open::push);
            }
        }
        When earliest = When.firstToEnd(roots.stream().map(Candidate::date).toList());
        return roots.stream()
                .filter(it -> it.date().equals(earliest))
                .map(Candidate::origin)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isOfOneContent(Source one, Source other) {
        return one.contentSha256() != null
                && one.contentSha256().equals(other.contentSha256())
                && !one.isProtected()
                && !other.isProtected();
    }

    /** Whether the source is protected, or what it echoes, or one through which its words came. */
    boolean r1IsProtected(Evidence evidence) {
        Set<String> through = new LinkedHashSet<>(echoed(evidence.source()));
        for (Who who : evidence.attribution()) {
            if (who instanceof Who.OfSource of) {
                through.add(of.id());
            }
        }
        return through.stream().anyMatch(it -> given.sources().get(it).isProtected());
    }

    /** Who carried a statement: the publisher of the root, since an echo carries nothing of its own. */
    String carrier(Evidence evidence) {
        return originOf(root(given.sources().get(evidence.source())));
    }

    /**
     * A source's date has a first and a last possible instant (EDTF, widened where uncertain). One without a date was
     * published some time before it was captured or registered; a protected one is dated by its registration alone.
     */
    private static When dateOf(Source source) {
        if (source.isProtected()) {
            return new When(source.registered(), source.registered());
        }
        Instant known = source.retrieved() != null && source.retrieved().isBefore(source.registered())
                ? source.retrieved()
                : source.registered();
        if (source.published() == null) {
            return new When(When.EVER, known);
        }
        When date = When.of(source.published());
        boolean hasNoLast = date.last().equals(When.NEVER);
        Instant last = hasNoLast ? known : date.last();
        return new When(date.first(), last.isBefore(date.first()) ? date.first() : last);
    }

    /**
     * Its date is that of its source, or the earliest among that, what it echoes, and the sources in its attribution (or
     * the date of the attestor's own words).
     */
    When r2Date(Claim claim, Evidence evidence) {
        if (evidence.saidOn() != null) {
            return When.of(evidence.saidOn());
        }
        Optional<Evidence> original = r2OriginalWords(claim, evidence);
        if (original.isPresent()) {
            return When.of(original.get().saidOn());
        }
        List<When> dates = new ArrayList<>();
        echoed(evidence.source()).forEach(it -> dates.add(dateOf(given.sources().get(it))));
        for (Who who : evidence.attribution()) {
            if (who instanceof Who.OfSource of) {
                dates.add(dateOf(given.sources().get(of.id())));
            }
        }
        return When.firstToEnd(dates);
    }

    /** The evidence of what it echoes on the same claim, of the same stance, that has a date of the words themselves. */
    private Optional<Evidence> r2OriginalWords(Claim claim, Evidence evidence) {
        Set<String> echoed = echoed(evidence.source());
        return sight.evidence(claim).stream()
                .filter(it -> !it.source().equals(evidence.source()) && echoed.contains(it.source()))
                .filter(it ->
                        it.stance() == evidence.stance() && it.accepted() && !it.withdrawn() && it.saidOn() != null)
                .min(Comparator.comparing((Evidence it) -> When.of(it.saidOn()).last())
                        .thenComparing(it -> When.of(it.saidOn()).first(), Comparator.reverseOrder()));
    }

    /** Its rating is that of its root: an echo is worth what it echoes. */
    @Nullable
    Character r2Reliability(Evidence evidence) {
        return root(given.sources().get(evidence.source())).source().reliability();
    }

    /** As the reliability: an echo has the worst credibility of its originals' evidence on the same claim, if there is any. */
    @Nullable
    Integer r2Credibility(Claim claim, Evidence evidence) {
        List<Evidence> originals = r1bOriginals(claim, evidence);
        Integer worst = originals.isEmpty() ? evidence.credibility() : r2Credibility(claim, originals.getFirst());
        for (Evidence original : originals) {
            Integer credibility = r2Credibility(claim, original);
            worst = OracleSupport.credibility(credibility) > OracleSupport.credibility(worst) ? credibility : worst;
        }
        return worst;
    }

    /**
     * A source never counts as published before the first instant of its own date (embargo): it is reported at the later
     * of that and the earliest of its last instant, capture and registration.
     */
    static Instant r2Reported(Source source) {
        if (source.isProtected()) {
            return source.registered();
        }
        Instant earliest = source.registered();
        if (source.retrieved() != null && source.retrieved().isBefore(earliest)) {
            earliest = source.retrieved();
        }
        if (source.published() == null) {
            return earliest;
        }
        When date = When.of(source.published());
        earliest = date.last().isBefore(earliest) ? date.last() : earliest;
        return date.first().isAfter(earliest) ? date.first() : earliest;
    }
}
