package org.claimsledger.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;

/** Lets the areas decide, so that every history is one that a ledger can have; in memory, and quick. */
final class DecidingLedger implements ClaimDecider.Lookups, SubjectDecider.Lookups {

    private final List<OracleEvent> oracleEvents = new ArrayList<>();
    private final Map<ClaimId, Claim> claims = new HashMap<>();
    private final Map<SourceId, Source> sources = new HashMap<>();
    private final Map<SubjectId, Subject> subjects = new HashMap<>();
    private final Map<PredicateKey, Predicate> predicates = new HashMap<>();

    /** All that was recorded. */
    List<OracleEvent> entries() {
        return oracleEvents;
    }

    /** Whether the command is accepted; its events are recorded from that time on, a microsecond apart. */
    boolean accepts(LedgerCommand command, Instant at) {
        List<? extends LedgerEvent> events;
        try {
            events = decide(command);
        } catch (Refused refused) {
            return false;
        }
        for (int i = 0; i < events.size(); i++) {
            oracleEvents.add(new OracleEvent(oracleEvents.size() + 1, at.plus(i, ChronoUnit.MICROS), events.get(i)));
            evolve(events.get(i));
        }
        return true;
    }

    private List<? extends LedgerEvent> decide(LedgerCommand command) {
        return switch (command) {
            case SourceCommand it -> new SourceDecider().decide(it, this);
            case SubjectCommand it -> new SubjectDecider().decide(it, this);
            case PredicateCommand it -> new PredicateDecider().decide(it, this);
            case ClaimCommand it -> new ClaimDecider().decide(it, this);
            default -> throw new IllegalArgumentException("no area decides " + command);
        };
    }

    private void evolve(LedgerEvent event) {
        switch (event) {
            case SourceEvent it -> sources.compute(it.source(), (id, before) -> new SourceDecider().evolve(before, it));
            case SubjectEvent it -> it.subjects().forEach(subject -> evolve(subject, it));
            case PredicateDefined it -> predicates.put(it.predicate().key(), it.predicate());
            case ClaimEvent it -> {
                claims.compute(it.claim(), (id, before) -> new ClaimDecider().evolve(before, it));
                if (it instanceof ClaimsRelated related) {
                    claims.compute(related.other(), (id, before) -> new ClaimDecider().evolve(before, it));
                }
            }
            default -> throw new IllegalArgumentException("no event of any area: " + event);
        }
    }

    private void evolve(SubjectId subject, SubjectEvent event) {
        subjects.compute(subject, (id, before) -> new SubjectDecider().evolve(before, event));
    }

    @Override
    public Claim claim(ClaimId id) {
        return claims.get(id);
    }

    @Override
    public Predicate predicate(PredicateKey key) {
        return predicates.get(key);
    }

    @Override
    public Source source(SourceId id) {
        return sources.get(id);
    }

    @Override
    public Set<SourceId> sourcesAt(Url url) {
        return Set.of();
    }

    @Override
    public SourceId sourceOf(EvidenceRef evidence) {
        Claim claim = claims.get(evidence.claim());
        Claim.Evidence attached = claim == null ? null : claim.evidence().get(evidence.evidence());
        return attached == null ? null : attached.testimony().source();
    }

    @Override
    public Subject subject(SubjectId id) {
        return subjects.get(id);
    }
}
