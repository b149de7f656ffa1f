package org.claimsledger.projection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** The oracle: folds all events from the first one for every answer, and remembers nothing. */
record EventFoldOracle(MemoryLog log, long asOf) {

    /** The positions of the events with this tag. */
    List<Long> positions(EventTag eventTag) {
        List<Long> positions = new ArrayList<>();
        for (long position = 1; position <= asOf; position++) {
            if (log.tagsAt(position).contains(eventTag)) {
                positions.add(position);
            }
        }
        return positions;
    }

    Claim claim(ClaimId id) {
        Claim claim = null;
        for (long position : positions(EventTag.claim(id))) {
            claim = new ClaimDecider().evolve(claim, (ClaimEvent) log.at(position));
        }
        return claim;
    }

    Source source(SourceId id) {
        Source source = null;
        for (long position : positions(EventTag.source(id))) {
            source = new SourceDecider()
                    .evolve(
                            source,
                            new RecordedEvent<>(
                                    position, log.recordedAt(position).orElseThrow(), (SourceEvent) log.at(position)));
        }
        return source;
    }

    Subject subject(SubjectId id) {
        Subject subject = null;
        for (long position : positions(EventTag.subject(id))) {
            subject = new SubjectDecider().evolve(subject, (SubjectEvent) log.at(position));
        }
        return subject;
    }

    Predicate predicate(PredicateKey key) {
        Predicate predicate = null;
        for (long position : positions(EventTag.predicate(key))) {
            predicate = log.at(position) instanceof PredicateDefined defined ? defined.predicate() : null;
        }
        return predicate;
    }

    SubjectId keptFor(SubjectId id) {
        Subject subject = subject(id);
        return subject == null || subject.mergedInto() == null ? id : keptFor(subject.mergedInto());
    }

    /** Every claim that is asserted at {@code asOf}, in the order of assertion. */
    List<ClaimId> claims() {
        List<ClaimId> claims = new ArrayList<>();
        for (long position = 1; position <= asOf; position++) {
            if (log.at(position) instanceof ClaimAsserted asserted) {
                claims.add(asserted.claim());
            }
        }
        return claims;
    }

    /** All sources that any event of the claim names. */
    Set<SourceId> citedSources(ClaimId id) {
        Set<SourceId> cited = new LinkedHashSet<>();
        for (long position : positions(EventTag.claim(id))) {
            LedgerEvent event = log.at(position);
            switch ((ClaimEvent) event) {
                case ClaimAsserted it -> citedSources(cited, it.testimony());
                case ClaimEvent.EvidenceAttached it -> citedSources(cited, it.testimony());
                case ClaimEvent.EvidenceWithdrawn it -> citedSources(cited, it.basis());
                case ClaimEvent.ClaimRevised it -> citedSources(cited, it.basis());
                case ClaimEvent.ClaimRetracted it -> citedSources(cited, it.basis());
                case ClaimEvent.ClaimReinstated it -> citedSources(cited, it.basis());
                case ClaimEvent.ClaimReviewed it -> {}
                case ClaimEvent.ClaimRanked it -> {}
                case ClaimEvent.ClaimAssessed it -> {}
                case ClaimEvent.ClaimsRelated it -> {}
                case ClaimEvent.RelationWithdrawn it -> {}
            }
        }
        return cited;
    }

    private static void citedSources(Set<SourceId> cited, Testimony testimony) {
        cited.add(testimony.source());
        for (Attestor attestor : testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by) {
                cited.add(by.source());
            }
        }
    }

    private static void citedSources(Set<SourceId> cited, Basis basis) {
        if (basis != null) {
            cited.add(basis.source());
        }
    }
}
