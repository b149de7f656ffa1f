package org.claimsledger.projection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.Testimony;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.PredicateEvent.PredicateDefined;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;

/** The oracle: reads all events from the first one, every time it is asked, and remembers nothing. */
record PlainFold(MemoryLog log, long asOf) {

    /** The positions of the events that change whatever has this tag. */
    List<Long> positions(Tag tag) {
        List<Long> positions = new ArrayList<>();
        for (long position = 1; position <= asOf; position++) {
            if (log.at(position).tags().contains(tag)) {
                positions.add(position);
            }
        }
        return positions;
    }

    Claim claim(ClaimId id) {
        Claim claim = null;
        for (long position : positions(Tag.claim(id))) {
            claim = Claim.evolve(claim, (ClaimEvent) log.at(position));
        }
        return claim;
    }

    Source source(SourceId id) {
        Source source = null;
        for (long position : positions(Tag.source(id))) {
            source = Source.evolve(source, (SourceEvent) log.at(position));
        }
        return source;
    }

    Subject subject(SubjectId id) {
        Subject subject = null;
        for (long position : positions(Tag.subject(id))) {
            subject = Subject.evolve(id, subject, (SubjectEvent) log.at(position));
        }
        return subject;
    }

    Predicate predicate(PredicateKey key) {
        Predicate predicate = null;
        for (long position : positions(Tag.predicate(key))) {
            predicate = ((PredicateDefined) log.at(position)).predicate();
        }
        return predicate;
    }

    SubjectId kept(SubjectId id) {
        Subject subject = subject(id);
        return subject == null || subject.mergedInto() == null ? id : kept(subject.mergedInto());
    }

    /** Every claim by then, in the order of assertion. */
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
    Set<SourceId> named(ClaimId id) {
        Set<SourceId> named = new LinkedHashSet<>();
        for (long position : positions(Tag.claim(id))) {
            LedgerEvent event = log.at(position);
            switch ((ClaimEvent) event) {
                case ClaimAsserted it -> named(named, it.testimony());
                case ClaimEvent.EvidenceAttached it -> named(named, it.testimony());
                case ClaimEvent.EvidenceWithdrawn it -> named(named, it.basis());
                case ClaimEvent.ClaimRevised it -> named(named, it.basis());
                case ClaimEvent.ClaimRetracted it -> named(named, it.basis());
                case ClaimEvent.ClaimReinstated it -> named(named, it.basis());
                case ClaimEvent.ClaimReviewed it -> {}
                case ClaimEvent.ClaimRanked it -> {}
                case ClaimEvent.ClaimAssessed it -> {}
                case ClaimEvent.ClaimsRelated it -> {}
            }
        }
        return named;
    }

    private static void named(Set<SourceId> named, Testimony testimony) {
        named.add(testimony.source());
        for (Attestor attestor : testimony.attribution()) {
            if (attestor instanceof Attestor.BySource by) {
                named.add(by.source());
            }
        }
    }

    private static void named(Set<SourceId> named, Basis basis) {
        if (basis != null) {
            named.add(basis.source());
        }
    }
}
