package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.store.engine.TestEvents.entries;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.resultOf;
import static org.claimsledger.store.engine.TestEvents.submitAppend;
import static org.claimsledger.store.engine.TestEvents.tag;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoredEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random appends under random conditions, in groups, across restarts, held against a list that is walked from the
 * beginning each time. Once with a memory that holds every tag, so that it decides, once with one that holds hardly
 * any, so that the tables do.
 */
class StoreRandomHistoriesTest {

    private static final List<String> TYPES = List.of("ledger.A", "ledger.B", "ledger.C");
    private static final List<String> TAGS =
            List.of("claim:1", "claim:2", "claim:3", "source:1", "source:2", "about:x");

    @TempDir
    Path folder;

    private final FaultyJournalFiles files = new FaultyJournalFiles();
    private final List<TaggedEventMessage<?>> oracle = new ArrayList<>();
    LedgerStore store;
    private Path ledger;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100_000})
    void appendsAndReadsAgreeWithAListOfAllEvents(int rememberedTags) {
        for (int seed = 0; seed < 6; seed++) {
            oracle.clear();
            var random = new Random(seed);
            var limits = new StoreLimits(rememberedTags, 2, 16 << 20);
            begin("seed" + seed);
            for (int restart = 0; restart < 3; restart++) {
                store = open(limits);
                for (int step = 0; step < 40; step++) {
                    turn();
                    appendAGroup(random);
                    read(random);
                }
                store.close();
            }
        }
    }

    void begin(String name) {
        ledger = folder.resolve(name);
    }

    LedgerStore open(StoreLimits limits) {
        return LedgerStore.open(ledger, TestEvents.TEXT, InstantSource.system(), files, limits);
    }

    /** Before each step; where there are several nodes, another one takes it. */
    void turn() {}

    /** Nothing is stored before {@link #letGo}. */
    void hold() {
        files.blockWrites();
    }

    void letGo() {
        files.unblockWrites();
    }

    private record AppendAttempt(AppendCondition condition, List<TaggedEventMessage<?>> events) {}

    private void appendAGroup(Random random) {
        List<AppendAttempt> appendAttempts = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new AppendAttempt(condition(random), events(random)))
                .toList();
        hold();
        List<CompletableFuture<ConsistencyMarker>> answers = appendAttempts.stream()
                .map(one -> submitAppend(
                        store.engine(), one.condition(), one.events().toArray(TaggedEventMessage[]::new)))
                .toList();
        letGo();
        for (int i = 0; i < appendAttempts.size(); i++) {
            assertThat(accepted(answers.get(i)))
                    .as("%s after %d events", appendAttempts.get(i).condition(), oracle.size())
                    .isEqualTo(acceptedByOracle(appendAttempts.get(i)));
        }
    }

    private static boolean accepted(CompletableFuture<ConsistencyMarker> answer) {
        try {
            resultOf(answer);
            return true;
        } catch (AppendEventsTransactionRejectedException e) {
            return false;
        }
    }

    private boolean acceptedByOracle(AppendAttempt one) {
        AppendCondition condition = one.condition();
        boolean conflict = condition.consistencyMarker() != ConsistencyMarker.INFINITY
                && !matching(
                                condition.criteria(),
                                Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker())))
                        .isEmpty();
        if (!conflict) {
            oracle.addAll(one.events());
        }
        return !conflict;
    }

    private List<Long> matching(EventCriteria criteria, long after) {
        return LongStream.rangeClosed(after + 1, oracle.size())
                .filter(position -> {
                    TaggedEventMessage<?> event = oracle.get((int) position - 1);
                    return criteria.matches(event.event().type().qualifiedName(), event.tags());
                })
                .boxed()
                .toList();
    }

    private void read(Random random) {
        EventCriteria criteria = criteria(random);
        long after = random.nextInt(oracle.size() + 1);
        Position start = new GlobalIndexConsistencyMarker(after).position();
        List<Long> sourced =
                entries(store.engine().source(SourcingCondition.conditionFor(start, criteria), null)).stream()
                        .map(entry -> entry.getResource(TrackingToken.RESOURCE_KEY))
                        .filter(token -> token != null)
                        .map(token -> token.position().orElseThrow())
                        .toList();
        assertThat(sourced).as("%s after %d", criteria, after).isEqualTo(matching(criteria, after));

        Tag tag = tag(TAGS.get(random.nextInt(TAGS.size())));
        List<Long> ofTag = matching(EventCriteria.havingTags(tag), 0);
        assertThat(store.log().lastPosition(tag)).isEqualTo(ofTag.isEmpty() ? 0 : ofTag.getLast());
        assertThat(store.log().readByTag(tag, after, oracle.size()))
                .extracting(StoredEvent::position)
                .isEqualTo(matching(EventCriteria.havingTags(tag), after));
    }

    private AppendCondition condition(Random random) {
        if (random.nextInt(4) == 0) {
            return AppendCondition.none();
        }
        AppendCondition condition = AppendCondition.withCriteria(criteria(random));
        long marker = Math.max(-1, oracle.size() - random.nextInt(8));
        return marker < 0 || condition.consistencyMarker() == ConsistencyMarker.INFINITY
                ? condition
                : condition.withMarker(new GlobalIndexConsistencyMarker(marker));
    }

    private static EventCriteria criteria(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> EventCriteria.havingAnyTag();
            case 1 -> EventCriteria.havingAnyTag().andBeingOneOfTypes(types(random));
            case 2, 3 -> EventCriteria.either(one(random), one(random), one(random));
            case 4 -> EventCriteria.either(one(random), EventCriteria.havingAnyTag());
            default -> one(random);
        };
    }

    private static EventCriteria one(Random random) {
        var tagged = EventCriteria.havingTags(tags(random, 1 + random.nextInt(2)));
        return random.nextInt(3) == 0 ? tagged.andBeingOneOfTypes(types(random)) : tagged;
    }

    private static Set<QualifiedName> types(Random random) {
        return random.nextInt(5) == 0
                ? Set.of(new QualifiedName("ledger.Never"))
                : Set.of(new QualifiedName(TYPES.get(random.nextInt(TYPES.size()))));
    }

    private static Set<Tag> tags(Random random, int count) {
        Set<Tag> tags = new LinkedHashSet<>();
        Stream.generate(() -> random.nextInt(12) == 0 ? "never:seen" : TAGS.get(random.nextInt(TAGS.size())))
                .limit(count)
                .forEach(name -> tags.add(tag(name)));
        return tags;
    }

    private static List<TaggedEventMessage<?>> events(Random random) {
        var events = new ArrayList<TaggedEventMessage<?>>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String[] tags = IntStream.range(0, random.nextInt(4))
                    .mapToObj(n -> TAGS.get(random.nextInt(TAGS.size())))
                    .toArray(String[]::new);
            events.add(event(TYPES.get(random.nextInt(TYPES.size())), "{}", Map.of(), tags));
        }
        return events;
    }
}
