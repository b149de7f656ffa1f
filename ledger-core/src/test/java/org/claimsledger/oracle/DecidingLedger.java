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
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
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
final class DecidingLedger
        implements ClaimDecider.Lookups, SubjectDecider.Lookups, SourceDecider.Lookups, PredicateDecider.Lookups {

    private final List<OracleEvent> oracleEvents = new ArrayList<>();
    private final Map<ClaimId, Claim> claims = new HashMap<>();
    private final Map<SourceId, Source> sources = new HashMap<>();
    private final Map<SubjectId, Subject> subjects = new HashMap<>();
    private final Map<PredicateKey, PredicateDefinitions> predicates = new HashMap<>();

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
            OracleEvent next = new OracleEvent(oracleEvents.size() + 1, at.plus(i, ChronoUnit.MICROS), events.get(i));
            oracleEvents.add(next);
            evolve(next);
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

    private void evolve(OracleEvent next) {
        switch (next.event()) {
            case SourceEvent it ->
                sources.compute(it.source(), (id, before) -> new SourceDecider()
                        .evolve(before, new RecordedEvent<>(next.position(), next.recordedAt(), it)));
            case SubjectEvent it -> it.subjects().forEach(subject -> evolve(subject, it));
            case PredicateEvent it ->
                predicates.compute(it.key(), (key, before) -> new PredicateDecider().evolve(before, it));
            case ClaimEvent it ->
                it.claims()
                        .forEach(claim -> claims.compute(claim, (id, before) -> new ClaimDecider().evolve(before, it)));
            default -> throw new IllegalArgumentException("no event of any area: " + next);
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
        return definitions(key).latest();
    }

    @Override
    public PredicateDefinitions definitions(PredicateKey key) {
        return predicates.getOrDefault(key, PredicateDefinitions.NONE);
    }

    @Override
    public boolean isUsed(PredicateKey key) {
        return claims.values().stream().anyMatch(it -> it.content().predicate().equals(key));
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
    public boolean isSubject(SubjectId id) {
        return subject(id) != null;
    }

    @Override
    public Subject subject(SubjectId id) {
        return subjects.get(id);
    }
}
