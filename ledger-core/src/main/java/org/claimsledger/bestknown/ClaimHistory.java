package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.bestknown.AttestationResolver.ReportedEvidence;
import org.claimsledger.bestknown.SubjectIdentities.NamedSubjects;
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
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the ledger knew it at one recorded time, for readings at every published time. Pure: whatever it needs is
 * given to it as it was known then.
 */
public final class ClaimHistory {

    private final List<DatedEvent> events;
    private final SourceHistories sourceHistories;
    private final NamedSubjects subjects;
    private final ValueRelations valueRelations;

    /**
     * @param events the claim's events by that time, in the order of their positions; nothing of it can be read where its
     *     assertion is not the first of them
     * @param sources at least all that can be reached from the claim: those that its evidence, bases and attributions
     *     name, and those that these echo
     */
    public ClaimHistory(
            List<RecordedEvent<ClaimEvent>> events,
            SourceHistories sourceHistories,
            NamedSubjects subjects,
            ValueRelations valueRelations) {
        this.events = DatedEvent.of(events, new ReportDates(sourceHistories));
        this.sourceHistories = sourceHistories;
        this.subjects = subjects;
        this.valueRelations = valueRelations;
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
        List<EvidenceState> evidence = states(claim, evidenceOnClaim, sourceHistories.at(publishedBy));
        ClaimState unweighed = new ClaimState(
                events.getFirst().position(),
                claim,
                contentPositionAt(publishedBy),
                evidence,
                reported,
                ClaimStatus.SUPPORTED,
                EvidenceWeight.NONE,
                reviewedAt(claim.review()),
                decided(claim.ranked()),
                decided(claim.assessed()));
        return OwnStatus.of(CompetingClaim.undecided(unweighed), valueRelations).appliedTo(unweighed);
    }

    private List<EvidenceState> states(Claim claim, List<EvidenceOnClaim> onClaim, SourceLookup sources) {
        EvidenceStanding evidenceStanding = new EvidenceStanding(sources);
        List<ReportedEvidence> reported = onClaim.stream()
                .map(it -> reported(claim.id(), it, evidenceStanding))
                .toList();
        AttestationResolver attestations = new AttestationResolver(sourceHistories, sources, subjects, reported);
        List<EvidenceState> states = new ArrayList<>(onClaim.size());
        for (int i = 0; i < onClaim.size(); i++) {
            EvidenceOnClaim each = onClaim.get(i);
            Value value = each.valueAtFiling().value();
            states.add(new EvidenceState(
                    each.evidence(),
                    each.filed(),
                    each.position(),
                    each.reported(),
                    reported.get(i).live(),
                    value,
                    each.valueAtFiling().position(),
                    ValueAgreement.of(
                            valueRelations.between(value, claim.content().value())),
                    attestations.of(reported.get(i)),
                    reviewedAt(each.evidence().review())));
        }
        return states;
    }

    private static ReportedEvidence reported(ClaimId claim, EvidenceOnClaim evidence, EvidenceStanding standing) {
        EvidenceRef ref = new EvidenceRef(claim, evidence.evidence().id());
        Testimony testimony = evidence.evidence().testimony();
        boolean upheld = evidence.isUpheld();
        return new ReportedEvidence(ref, testimony, upheld, upheld && standing.stands(ref, testimony));
    }

    /** A claim that the desk has made its own is not reported by evidence that it has not. */
    private static @Nullable Instant reported(Claim claim, List<EvidenceOnClaim> evidenceOnClaim) {
        return evidenceOnClaim.stream()
                .filter(it -> it.isAccepted() || !claim.isAccepted())
                .map(EvidenceOnClaim::reported)
                .min(Instant::compareTo)
                .orElse(null);
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
        EchoLineage echoLineage = sourceHistories.echoLineage();
        List.copyOf(all).forEach(source -> echoLineage.worksBehind(source).forEach(all::add));
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

    private @Nullable Decided decided(@Nullable ClaimEvent decision) {
        DatedEvent dated = dated(decision);
        return dated == null ? null : new Decided(dated.position(), dated.recordedAt());
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
