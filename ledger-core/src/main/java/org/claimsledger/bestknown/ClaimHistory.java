package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.Review;
import org.claimsledger.claim.Testimony;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the ledger knew it at one recorded time, for readings at every published time. Pure: whatever it needs is
 * given to it as it was known then.
 */
public final class ClaimHistory {

    private final List<DatedEvent> events;
    private final Sources sources;
    private final Lineages lineages;
    private final Origins origins;
    private final Compatibility compatibility;

    /**
     * @param events the claim's events by that time, in the order of their positions; nothing of it can be read where its
     *     assertion is not the first of them
     * @param sources at least all that can be reached from the claim: those that its evidence, bases and attributions
     *     name, and those that these echo
     */
    public ClaimHistory(
            List<Occurred<ClaimEvent>> events, Sources sources, Identities identities, Compatibility compatibility) {
        this.events = DatedEvent.of(events, new ReportDates(sources));
        this.sources = sources;
        this.lineages = new Lineages(sources);
        this.origins = new Origins(sources, identities);
        this.compatibility = compatibility;
    }

    /** The claim's place among all claims: the position at which it was asserted. */
    public long number() {
        return events.getFirst().position();
    }

    /** The claim with everything that had been reported by then; absent where nothing of it had. */
    public @Nullable ClaimState at(Instant publishedBy) {
        Claim filed = claim(publishedBy);
        if (filed == null) {
            return null;
        }
        List<Held> held = Held.by(publishedBy, events, filed);
        Instant reported = reported(filed, held);
        if (reported == null) {
            return null;
        }
        Claim claim = filed.showing(held.stream().map(Held::id).collect(Collectors.toSet()), events.size());
        List<Testimony> upheld =
                held.stream().filter(Held::isUpheld).map(Held::testimony).toList();
        List<EvidenceState> evidence = held.stream()
                .map(it -> new EvidenceState(
                        it.id(),
                        it.position(),
                        it.testimony(),
                        it.reported(),
                        it.withdrawal(),
                        it.isUpheld() && stands(claim, it, publishedBy),
                        it.spoken().value(),
                        it.spoken().position(),
                        compatibility.of(it.spoken().value(), claim.content().value()),
                        origins.of(it.testimony(), upheld),
                        it.review(),
                        reviewedAt(it.review())))
                .toList();
        Weight weight = Weight.of(evidence, sources);
        return new ClaimState(
                events.getFirst().position(),
                claim,
                contentAt(publishedBy),
                evidence,
                reported,
                status(claim, weight),
                weight,
                reviewedAt(claim.review()),
                recordedAt(claim.ranked()),
                recordedAt(claim.assessed()));
    }

    /** What the desk has not made its own doesn't bring a claim up that it has. */
    private static @Nullable Instant reported(Claim claim, List<Held> held) {
        return held.stream()
                .filter(it -> it.isAccepted() || !claim.isAccepted())
                .map(Held::reported)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Status status(Claim claim, Weight weight) {
        if (!claim.isAccepted()) {
            return Objects.requireNonNull(claim.review()).state() == Review.State.REFUSED
                    ? Status.REFUSED
                    : Status.PROPOSED;
        }
        return claim.retraction() == null ? weight.status() : Status.RETRACTED;
    }

    /** The claim with everything that was recorded, published or not: a reading without a published time. */
    public ClaimState latest() {
        return Objects.requireNonNull(at(Instant.MAX), "a claim that was asserted is reported by the end of time");
    }

    /** The published times from which a reading can differ from those before: between two of them none does. */
    public SortedSet<Instant> breakpoints() {
        SortedSet<Instant> all = new TreeSet<>();
        events.forEach(dated -> all.add(dated.reported()));
        for (SourceId id : restsOn()) {
            SourceState source = sources.source(id);
            if (source != null) {
                source.notices().forEach(notice -> all.add(notice.reported()));
            }
        }
        return all;
    }

    /** All sources that the claim's state can change with. */
    public Set<SourceId> restsOn() {
        Set<SourceId> all = new LinkedHashSet<>();
        for (DatedEvent dated : events) {
            switch (dated.event()) {
                case ClaimAsserted it -> addAll(all, it.testimony());
                case EvidenceAttached it -> addAll(all, it.testimony());
                case ClaimEvent.EvidenceWithdrawn it
                when it.basis() != null -> all.add(it.basis().source());
                case ClaimEvent.ClaimRetracted it
                when it.basis() != null -> all.add(it.basis().source());
                case ClaimEvent.ClaimReinstated it
                when it.basis() != null -> all.add(it.basis().source());
                case ClaimEvent.ClaimRevised it
                when it.basis() != null -> all.add(it.basis().source());
                default -> {}
            }
        }
        List.copyOf(all).forEach(source -> all.addAll(lineages.originals(source)));
        return all;
    }

    private static void addAll(Collection<SourceId> all, Testimony testimony) {
        all.add(testimony.source());
        for (Attestor attestor : testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by) {
                all.add(by.source());
            }
        }
    }

    /** Evidence is folded before it is reported too, since a withdrawal may be reported first; it is not shown. */
    private @Nullable Claim claim(Instant publishedBy) {
        Claim claim = null;
        for (DatedEvent dated : events) {
            ClaimEvent event = dated.event();
            if (event instanceof ClaimAsserted
                    || event instanceof EvidenceAttached
                    || dated.isReportedBy(publishedBy)) {
                claim = Claim.evolve(claim, event);
            }
        }
        return claim;
    }

    private boolean stands(Claim claim, Held held, Instant publishedBy) {
        SourceId own = held.testimony().source();
        SourceState source = sources.source(own);
        return stands(own, publishedBy)
                && (source == null || source.standsBy(new EvidenceRef(claim.id(), held.id()), publishedBy))
                && lineages.originals(own).stream().allMatch(origin -> stands(origin, publishedBy))
                && held.testimony().attribution().stream()
                        .allMatch(it -> !(it instanceof Attestor.BySource by) || stands(by.source(), publishedBy));
    }

    private boolean stands(SourceId id, Instant publishedBy) {
        SourceState source = sources.source(id);
        return source == null || source.stands(publishedBy);
    }

    private long contentAt(Instant publishedBy) {
        long position = events.getFirst().position();
        for (DatedEvent dated : events) {
            if (dated.event() instanceof ClaimRevised && dated.isReportedBy(publishedBy)) {
                position = dated.position();
            }
        }
        return position;
    }

    /** The position of one of the claim's own events, as it stands in a state; 0 for any other. */
    public long positionOf(@Nullable ClaimEvent event) {
        DatedEvent dated = dated(event);
        return dated == null ? 0 : dated.position();
    }

    private @Nullable Instant reviewedAt(@Nullable Review review) {
        return review == null ? null : recordedAt(review.decided());
    }

    private @Nullable Instant recordedAt(@Nullable ClaimEvent decision) {
        DatedEvent dated = dated(decision);
        return dated == null ? null : dated.recordedAt();
    }

    private @Nullable DatedEvent dated(@Nullable ClaimEvent event) {
        for (DatedEvent dated : events) {
            if (dated.event() == event) {
                return dated;
            }
        }
        return null;
    }
}
