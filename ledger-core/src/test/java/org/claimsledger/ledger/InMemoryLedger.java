package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PolicyCommand;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.policy.AdoptedPolicy;
import org.claimsledger.policy.PolicyDecider;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * A ledger for tests of the rules: the areas' own {@code decide} over events in memory, which are kept as they would be
 * read from disk and found by their tags. Stands for sentences of the form given, when, then.
 */
public final class InMemoryLedger
        implements ClaimDecider.Lookups, SubjectDecider.Lookups, SourceDecider.Lookups, PredicateDecider.Lookups {

    private final List<LedgerEvent> events = new ArrayList<>();
    private final Map<EventTag, List<Entity.EntityEvent>> byTag = new HashMap<>();
    private @Nullable Instant now;

    /** Given commands, which the ledger must accept. */
    public static InMemoryLedger given(LedgerCommand... commands) {
        return new InMemoryLedger().and(commands);
    }

    /** More given commands, which it must accept. */
    public InMemoryLedger and(LedgerCommand... commands) {
        for (LedgerCommand command : commands) {
            record(decide(command));
        }
        return this;
    }

    /** From here on events are recorded at this time; before it is said, they count as not recorded yet. */
    public InMemoryLedger recordingAt(Instant time) {
        now = time;
        return this;
    }

    /** The command under test. */
    public Then when(LedgerCommand command) {
        return new Then(command);
    }

    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** The outcome of a command. */
    public final class Then {

        private final LedgerCommand command;

        private Then(LedgerCommand command) {
            this.command = command;
        }

        /** It is accepted and is these events, which are recorded. */
        public InMemoryLedger then(LedgerEvent... expected) {
            List<? extends LedgerEvent> decided = decide(command);
            assertThat(decided).isEqualTo(List.of(expected));
            record(decided);
            return InMemoryLedger.this;
        }

        /** It is accepted and recorded, whatever its events are. */
        public InMemoryLedger thenAccepted() {
            record(decide(command));
            return InMemoryLedger.this;
        }

        /** It is refused for this one reason, which points at this field, and adds no event. */
        public InMemoryLedger thenRefused(RefusalCode code, String pointer) {
            List<LedgerEvent> before = events();
            Refused refused = catchThrowableOfType(Refused.class, () -> record(decide(command)));
            assertThat(refused).as("a refusal of %s", command).isNotNull();
            assertThat(refused.refusals())
                    .extracting(Refusal::code, Refusal::pointer)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(code, pointer));
            assertThat(events).isEqualTo(before);
            return InMemoryLedger.this;
        }
    }

    /** The outcome of the command, without recording it. */
    public List<? extends LedgerEvent> decide(LedgerCommand command) {
        return switch (command) {
            case SourceCommand it -> new SourceDecider().decide(it, this);
            case SubjectCommand it -> new SubjectDecider().decide(it, this);
            case PredicateCommand it -> new PredicateDecider().decide(it, this);
            case ClaimCommand it -> new ClaimDecider().decide(it, this);
            case PolicyCommand it -> new PolicyDecider().decide(it, () -> AdoptedPolicy.FIRST);
            default -> throw new IllegalArgumentException("no area decides " + command);
        };
    }

    private void record(List<? extends LedgerEvent> decided) {
        for (LedgerEvent event : decided) {
            LedgerEvent read = EventJson.event(EventCatalogue.nameOf(event.getClass()), EventJson.bytes(event));
            assertThat(read).as("the event as it is read again").isEqualTo(event);
            events.add(read);
            Entity.EntityEvent entityEvent = now == null
                    ? new Entity.EntityEvent(read, -events.size(), Instant.EPOCH, Map.of())
                    : new Entity.EntityEvent(read, events.size(), now, Map.of());
            read.tags().forEach(eventTag -> byTag.computeIfAbsent(eventTag, none -> new ArrayList<>())
                    .add(entityEvent));
        }
    }

    @Override
    public Claim claim(ClaimId id) {
        return fold(Entity.claim(id));
    }

    @Override
    public Source source(SourceId id) {
        return fold(Entity.source(id));
    }

    @Override
    public boolean isSubject(SubjectId id) {
        return subject(id) != null;
    }

    @Override
    public Subject subject(SubjectId id) {
        return fold(Entity.subject(id));
    }

    @Override
    public Predicate predicate(PredicateKey key) {
        return definitions(key).latest();
    }

    @Override
    public PredicateDefinitions definitions(PredicateKey key) {
        PredicateDefinitions definitions = fold(Entity.predicate(key));
        return definitions == null ? PredicateDefinitions.NONE : definitions;
    }

    @Override
    public boolean isUsed(PredicateKey key) {
        return events.stream()
                .anyMatch(it -> it instanceof ClaimAsserted asserted
                        && asserted.content().predicate().equals(key));
    }

    @Override
    public Set<SourceId> sourcesAt(Url url) {
        Set<SourceId> holders = fold(Entity.holdersOf(url));
        return holders == null ? Set.of() : holders;
    }

    @Override
    public SourceId sourceOf(EvidenceRef evidence) {
        Claim claim = claim(evidence.claim());
        Claim.Evidence attached = claim == null ? null : claim.evidence().get(evidence.evidence());
        return attached == null ? null : attached.testimony().source();
    }

    private <S> S fold(Entity<S> entity) {
        S state = null;
        for (Entity.EntityEvent event : byTag.getOrDefault(entity.tag(), List.of())) {
            state = entity.evolution().evolve(state, event);
        }
        return state;
    }
}
