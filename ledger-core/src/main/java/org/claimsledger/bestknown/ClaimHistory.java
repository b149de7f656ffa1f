package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.bestknown.Origin.OriginResolver;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.claim.EvidenceStanding;
import org.claimsledger.claim.Review;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the ledger knew it at one recorded time, for readings at every published time. Pure: whatever it needs is
 * given to it as it was known then.
 */
public final class ClaimHistory {

    private final List<DatedEvent> events;
    private final SourceHistories sourceHistories;
    private final EchoLineage echoLineage;
    private final OriginResolver originResolver;
    private final Compatibility compatibility;

    /**
     * @param events the claim's events by that time, in the order of their positions; nothing of it can be read where its
     *     assertion is not the first of them
     * @param sources at least all that can be reached from the claim: those that its evidence, bases and attributions
     *     name, and those that these echo
     */
    public ClaimHistory(
            List<RecordedEvent<ClaimEvent>> events,
            SourceHistories sourceHistories,
            SubjectIdentities subjectIdentities,
            Compatibility compatibility) {
        this.events = DatedEvent.of(events, new ReportDates(sourceHistories));
        this.sourceHistories = sourceHistories;
        this.echoLineage = sourceHistories.echoLineage();
        this.originResolver = new OriginResolver(sourceHistories, subjectIdentities);
        this.compatibility = compatibility;
    }

    /** The claim's place among all claims: the position at which it was asserted. */
    public long claimNo() {
        return events.getFirst().position();
    }

    /** The claim with everything that had been reported by then; absent where nothing of it had. */
    public @Nullable ClaimState at(Instant publishedBy) {
        Claim filed = claim(publishedBy);
        if (filed == null) {
            return null;
        }
        List<EvidenceOnClaim> evidenceOnClaim = EvidenceOnClaim.reportedBy(publishedBy, events, filed);
        Instant reported = reported(filed, evidenceOnClaim);
        if (reported == null) {
            return null;
        }
        Claim claim = filed.withRevision(events.size());
        List<Testimony> upheld = evidenceOnClaim.stream()
                .filter(EvidenceOnClaim::isUpheld)
                .map(it -> it.evidence().testimony())
                .toList();
        EvidenceStanding evidenceStanding = new EvidenceStanding(sourceHistories.at(publishedBy));
        List<EvidenceState> evidence = evidenceOnClaim.stream()
                .map(it -> new EvidenceState(
                        it.evidence(),
                        it.filed(),
                        it.position(),
                        it.reported(),
                        it.isUpheld()
                                && evidenceStanding.stands(
                                        new EvidenceRef(
                                                claim.id(), it.evidence().id()),
                                        it.evidence().testimony()),
                        it.valueAtFiling().value(),
                        it.valueAtFiling().position(),
                        compatibility.agreementOf(
                                it.valueAtFiling().value(), claim.content().value()),
                        originResolver.of(it.evidence().testimony(), upheld),
                        reviewedAt(it.evidence().review())))
                .toList();
        EvidenceWeight evidenceWeight = EvidenceWeight.of(evidence, sourceHistories);
        return new ClaimState(
                events.getFirst().position(),
                claim,
                contentPositionAt(publishedBy),
                evidence,
                reported,
                status(claim, evidenceWeight),
                evidenceWeight,
                reviewedAt(claim.review()),
                recordedAt(claim.ranked()),
                recordedAt(claim.assessed()));
    }

    /** A claim that the desk has made its own is not reported by evidence that it has not. */
    private static @Nullable Instant reported(Claim claim, List<EvidenceOnClaim> evidenceOnClaim) {
        return evidenceOnClaim.stream()
                .filter(it -> it.isAccepted() || !claim.isAccepted())
                .map(EvidenceOnClaim::reported)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static ClaimStatus status(Claim claim, EvidenceWeight evidenceWeight) {
        if (!claim.isAccepted()) {
            return Objects.requireNonNull(claim.review()).state() == Review.ReviewState.REFUSED
                    ? ClaimStatus.REFUSED
                    : ClaimStatus.PROPOSED;
        }
        return claim.retraction() == null ? evidenceWeight.status() : ClaimStatus.RETRACTED;
    }

    /** The claim with everything that was recorded, published or not: a reading without a published time. */
    public ClaimState latest() {
        return Objects.requireNonNull(at(Instant.MAX), "a claim that was asserted is reported by the end of time");
    }

    /** The published times from which a reading can differ from those before: between two of them none does. */
    public SortedSet<Instant> breakpoints() {
        SortedSet<Instant> all = new TreeSet<>();
        events.forEach(dated -> all.add(dated.reported()));
        for (SourceId id : sourcesItDependsOn()) {
            SourceHistory source = sourceHistories.source(id);
            if (source != null) {
                source.notices().forEach(notice -> all.add(notice.reported()));
            }
        }
        return all;
    }

    /** All sources that the claim's state can change with. */
    public Set<SourceId> sourcesItDependsOn() {
        Set<SourceId> all = new LinkedHashSet<>();
        events.forEach(dated -> all.addAll(dated.event().citedSources()));
        List.copyOf(all).forEach(source -> echoLineage.originals(source).forEach(all::add));
        return all;
    }

    /** Evidence is folded before it is reported too, because a withdrawal may be reported first; it is not shown. */
    private @Nullable Claim claim(Instant publishedBy) {
        Claim claim = null;
        for (DatedEvent dated : events) {
            ClaimEvent event = dated.event();
            if (event instanceof EvidenceFiled || dated.isReportedBy(publishedBy)) {
                claim = new ClaimDecider().evolve(claim, event);
            }
        }
        return claim;
    }

    private long contentPositionAt(Instant publishedBy) {
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
