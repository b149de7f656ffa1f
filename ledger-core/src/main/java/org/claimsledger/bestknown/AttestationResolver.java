package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.bestknown.SubjectIdentities.NamedSubjects;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.name.FoldedText;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.source.EchoLineage.RootSource;
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** Finds who really attests each piece of evidence on one claim, when, and how far it can be relied on. */
final class AttestationResolver {

    /**
     * A piece of evidence that is reported.
     *
     * @param upheld whether the desk has made it its own and nobody took it back
     * @param live whether, besides, everything that it rests on stands
     */
    record ReportedEvidence(EvidenceRef ref, Testimony testimony, boolean upheld, boolean live) {

        boolean isLiveSupport() {
            return live && testimony.stance() == Stance.SUPPORTS;
        }
    }

    private record DatedOrigin(DateSpan date, Origin origin) {}

    private record Echoed(@Nullable Integer credibility) {}

    private final SourceHistories sourceHistories;
    private final SourceLookup sourcesAtThatTime;
    private final NamedSubjects subjects;
    private final List<ReportedEvidence> onTheClaim;
    private final EchoLineage echoLineage;

    /**
     * @param sourcesAtThatTime the sources as they stood at the published time that is read
     * @param onTheClaim in the order of filing
     */
    AttestationResolver(
            SourceHistories sourceHistories,
            SourceLookup sourcesAtThatTime,
            NamedSubjects subjects,
            List<ReportedEvidence> onTheClaim) {
        this.sourceHistories = sourceHistories;
        this.sourcesAtThatTime = sourcesAtThatTime;
        this.subjects = subjects;
        this.onTheClaim = List.copyOf(onTheClaim);
        this.echoLineage = sourceHistories.echoLineage();
    }

    Attestation of(ReportedEvidence evidence) {
        Testimony testimony = evidence.testimony();
        SourceId source = testimony.source();
        List<SourceId> echoed = withOriginals(source).toList();
        SourceHistory root = sourceHistories.source(echoLineage.root(source).source());
        return new Attestation(
                origin(evidence, Set.of()),
                publisherOf(echoLineage.root(source)),
                date(testimony, echoed),
                root == null ? null : root.details().reliability(),
                credibility(evidence, Set.of()),
                Stream.concat(echoed.stream(), testimony.sources().stream()).anyMatch(this::isProtected),
                isQuestioned(evidence.ref(), echoed));
    }

    private Stream<SourceId> withOriginals(SourceId source) {
        return Stream.concat(Stream.of(source), echoLineage.originals(source));
    }

    private boolean isProtected(SourceId id) {
        SourceHistory source = sourceHistories.source(id);
        return source != null && source.isProtected();
    }

    /** @param asked the evidence whose origin is being looked for: what depends on itself has its publisher's */
    private Origin origin(ReportedEvidence evidence, Set<EvidenceRef> asked) {
        Attestor own = evidence.testimony().attestor();
        if (own != null) {
            Origin named = originOf(own);
            return named == null ? publisherBehind(evidence, asked) : named;
        }
        Set<Origin> inherited = new HashSet<>();
        if (!asked.contains(evidence.ref())) {
            Set<EvidenceRef> further = and(asked, evidence);
            nearestOriginals(evidence).forEach(it -> inherited.add(origin(it, further)));
        }
        return inherited.size() == 1 ? inherited.iterator().next() : publisherBehind(evidence, asked);
    }

    private static Set<EvidenceRef> and(Set<EvidenceRef> some, ReportedEvidence another) {
        Set<EvidenceRef> more = new HashSet<>(some);
        more.add(another.ref());
        return more;
    }

    /** The evidence of an echo's stance, on the same claim, that the nearest of its originals have; none where none has any. */
    private List<ReportedEvidence> nearestOriginals(ReportedEvidence echo) {
        Set<SourceId> passed = new HashSet<>();
        Set<SourceId> at = Set.of(echo.testimony().source());
        while (passed.addAll(at)) {
            Set<SourceId> originals = new HashSet<>();
            at.forEach(it -> originals.addAll(echoedBy(it)));
            originals.removeAll(passed);
            List<ReportedEvidence> theirs = onTheClaim.stream()
                    .filter(it ->
                            it.upheld() && originals.contains(it.testimony().source()))
                    .filter(it -> it.testimony().stance() == echo.testimony().stance())
                    .toList();
            if (!theirs.isEmpty()) {
                return theirs;
            }
            at = originals;
        }
        return List.of();
    }

    private List<SourceId> echoedBy(SourceId id) {
        SourceHistory source = sourceHistories.source(id);
        return source == null ? List.of() : EchoLineage.echoedBy(source.details());
    }

    /** Absent for somebody who is not identified: the publisher answers for what they say. */
    private @Nullable Origin originOf(Attestor attestor) {
        return switch (attestor) {
            case Attestor.ByName byName -> byName.anonymous() ? null : named(byName.name());
            case Attestor.BySubject by -> subjects.isIdentified(by.subject()) ? origin(by.subject()) : null;
            case Attestor.BySource by -> publisher(by.source());
        };
    }

    private Origin origin(SubjectId subject) {
        SubjectId kept = subjects.canonicalSubject(subject);
        return Origin.of(kept, subjects.nameOf(kept));
    }

    /** The one subject that has the name, or whoever has it. */
    private Origin named(String name) {
        SubjectId subject = subjects.subjectNamed(FoldedText.of(name));
        return subject == null ? Origin.named(name) : Origin.of(subject, subjects.nameOf(subject));
    }

    /** A source with an unknown publisher is an origin of its own, named by its title. */
    private Origin publisher(SourceId source) {
        SourceHistory history = sourceHistories.source(source);
        Publisher publisher = history == null ? null : history.details().publisher();
        String title = history == null ? null : history.details().title();
        return switch (publisher) {
            case null -> Origin.unnamed(source, title == null ? source.value() : title);
            case Publisher.ByName byName -> named(byName.name());
            case Publisher.BySubject by -> origin(by.subject());
        };
    }

    private Origin publisherOf(RootSource root) {
        String outlet = root.outlet();
        return outlet == null ? publisher(root.source()) : named(outlet);
    }

    /** The publisher of the root, unless the root's text or its matter is somebody else's. */
    private Origin publisherBehind(ReportedEvidence evidence, Set<EvidenceRef> asked) {
        SourceId source = evidence.testimony().source();
        if (isProtected(source)) {
            return publisherOf(echoLineage.root(source));
        }
        return originItDerivesFrom(evidence, asked).orElseGet(() -> firstPublisherOfThatText(source));
    }

    /** Where the root derives from a source that supports the same claim itself, the two are one origin. */
    private Optional<Origin> originItDerivesFrom(ReportedEvidence evidence, Set<EvidenceRef> asked) {
        RootSource root = echoLineage.root(evidence.testimony().source());
        SourceHistory history = sourceHistories.source(root.source());
        if (root.outlet() != null
                || history == null
                || evidence.testimony().stance() != Stance.SUPPORTS
                || asked.contains(evidence.ref())) {
            return Optional.empty();
        }
        Set<SourceId> derivesFrom = new HashSet<>();
        for (Lineage lineage : TextRules.entries(history.details().lineage())) {
            if (lineage.relation() == Lineage.Relation.DERIVES_FROM && lineage.source() != null) {
                derivesFrom.add(lineage.source());
            }
        }
        if (derivesFrom.isEmpty()) {
            return Optional.empty();
        }
        Set<EvidenceRef> further = and(asked, evidence);
        return onTheClaim.stream()
                .filter(ReportedEvidence::isLiveSupport)
                .filter(it -> derivesFrom.contains(it.testimony().source()))
                .filter(it -> !isProtected(it.testimony().source()))
                .map(it -> origin(it, further))
                .min(Comparator.naturalOrder());
    }

    /** Of all the roots that this source and those of the same content have, the publisher of the earliest. */
    private Origin firstPublisherOfThatText(SourceId source) {
        Set<SourceId> together = new LinkedHashSet<>();
        Deque<SourceId> open = new ArrayDeque<>(List.of(source));
        List<DatedOrigin> origins = new ArrayList<>();
        while (!open.isEmpty()) {
            SourceId next = open.pop();
            if (together.add(next)) {
                RootSource root = echoLineage.root(next);
                origins.add(new DatedOrigin(dateOf(root.source()), publisherOf(root)));
                open.push(root.source());
                sharingContent(next).forEach(open::push);
            }
        }
        if (origins.size() == 1) {
            return origins.getFirst().origin();
        }
        DateSpan earliest = DateSpan.firstToEnd(origins.stream().map(DatedOrigin::date));
        return origins.stream()
                .filter(it -> it.date().equals(earliest))
                .map(DatedOrigin::origin)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<SourceId> sharingContent(SourceId id) {
        SourceHistory source = sourceHistories.source(id);
        Sha256 content =
                source == null || source.isProtected() ? null : source.details().contentSha256();
        return content == null
                ? List.of()
                : sourceHistories.withContent(content).stream()
                        .filter(other -> !isProtected(other))
                        .toList();
    }

    private DateSpan dateOf(SourceId id) {
        SourceHistory source = sourceHistories.source(id);
        return source == null ? DateSpan.upTo(Instant.MAX) : source.date();
    }

    /**
     * The date of the attestor's own words, also as what it echoes has it on the claim; else the earliest of the source, what
     * it echoes, and what it came through.
     */
    private DateSpan date(Testimony testimony, List<SourceId> echoed) {
        if (testimony.saidOn() != null) {
            return DateSpan.of(testimony.saidOn());
        }
        List<DateSpan> words = onTheClaim.stream()
                .filter(ReportedEvidence::upheld)
                .map(ReportedEvidence::testimony)
                .filter(it -> it.stance() == testimony.stance()
                        && !it.source().equals(testimony.source())
                        && echoed.contains(it.source()))
                .map(Testimony::saidOn)
                .filter(Objects::nonNull)
                .map(DateSpan::of)
                .toList();
        if (!words.isEmpty()) {
            return DateSpan.firstToEnd(words.stream());
        }
        Set<SourceId> sources = new LinkedHashSet<>(echoed);
        sources.addAll(testimony.sources());
        return DateSpan.firstToEnd(sources.stream().map(this::dateOf));
    }

    /** An echo has the worst credibility of its originals' evidence on the claim, if there is any. */
    private @Nullable Integer credibility(ReportedEvidence evidence, Set<EvidenceRef> asked) {
        List<Echoed> originals = asked.contains(evidence.ref())
                ? List.of()
                : nearestOriginals(evidence).stream()
                        .map(it -> new Echoed(credibility(it, and(asked, evidence))))
                        .toList();
        return originals.stream()
                .max(Comparator.comparing(Echoed::credibility, Support.BEST_CREDIBILITY_FIRST))
                .orElse(new Echoed(evidence.testimony().credibility()))
                .credibility();
    }

    private boolean isQuestioned(EvidenceRef evidence, List<SourceId> echoed) {
        return echoed.stream()
                        .map(sourcesAtThatTime::source)
                        .anyMatch(it -> it != null && it.standing().isQuestionedFor(evidence))
                || echoLineage
                        .worksBehind(echoed.getFirst())
                        .map(sourcesAtThatTime::source)
                        .anyMatch(it -> it != null && it.retracted());
    }
}
