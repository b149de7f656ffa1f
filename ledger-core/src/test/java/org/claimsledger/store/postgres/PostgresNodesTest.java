package org.claimsledger.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.TEST_TIMEOUT;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.entries;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.resultOf;
import static org.claimsledger.store.engine.TestEvents.submitAppend;
import static org.claimsledger.store.engine.TestEvents.tag;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreUnavailable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.engine.LedgerLockHolder;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.PostgresForTests;
import org.claimsledger.store.engine.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Several nodes on one database, each with its own caches. */
class PostgresNodesTest {

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
    private final LedgerStore here = open(InstantSource.system());
    private final LedgerStore there = open(() -> Instant.now().minus(Duration.ofHours(1)));

    private LedgerStore open(InstantSource clock) {
        return LedgerStore.open(postgresDatabase, TestEvents.TEXT, clock, StoreLimits.DEFAULTS);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void allNodesKnowTheSameLedger() {
        assertThat(there.ledgerId()).isEqualTo(here.ledgerId());
    }

    @Test
    void aReaderOnOneNodeIsWokenByAnAppendOnAnother() throws InterruptedException {
        for (long i = 0; i < 20; i++) {
            append(i % 2 == 0 ? here : there, event("{}"));
            assertThat((i % 2 == 0 ? there : here).log().awaitBeyond(i, TEST_TIMEOUT))
                    .isTrue();
        }
    }

    @Test
    void aCommitTellsThatThereIsSomethingAndNotWhat() throws Exception {
        try (Connection listening = PostgresForTests.connect(postgresDatabase)) {
            listening.createStatement().execute("listen claims_ledger");
            append(here, event("{\"secret\":1}"));

            assertThat(listening.unwrap(PGConnection.class).getNotifications((int) TEST_TIMEOUT.toMillis()))
                    .singleElement()
                    .satisfies(told -> assertThat(told.getParameter()).isEmpty());
        }
    }

    @Test
    void anEventThatNobodyToldOfIsFoundAllTheSame() throws InterruptedException {
        PostgresForTests.execute(postgresDatabase, "insert into event_type values (1, 'ledger.Quiet', '1')");
        PostgresForTests.execute(
                postgresDatabase, "insert into event values (1, 5, 1, 'id', '{}', '{}', '\\x00', '\\x00')");

        assertThat(here.log().awaitBeyond(0, TEST_TIMEOUT)).isTrue();
        assertThat(here.log().read(0, 1).getFirst().type()).isEqualTo("Quiet");
    }

    @Test
    void typesAndTagsThatOneNodeAllottedAreKnownToAnother() {
        append(here, event("ledger.First", "{}", Map.of(), "claim:c1"));
        append(there, event("ledger.Second", "{}", Map.of(), "claim:c2", "claim:c1"));
        append(here, event("ledger.Third", "{}", Map.of(), "claim:c2", "claim:c3"));

        assertThat(there.log().refreshedHead()).isEqualTo(3);
        for (LedgerStore node : List.of(here, there)) {
            assertThat(node.log().read(0, 3)).extracting(StoredEvent::type).containsExactly("First", "Second", "Third");
            assertThat(node.log().readByTag(tag("claim:c1"), 0, 3)).hasSize(2);
            assertThat(node.log().readByTag(tag("claim:c2"), 0, 3)).hasSize(2);
            assertThat(node.log().lastPosition(tag("claim:c3"))).isEqualTo(3);
            var byType = SourcingCondition.conditionFor(
                    EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("ledger.Third")));
            assertThat(entries(node.engine().source(byType, null))).hasSize(2);
        }
        assertThat(PostgresForTests.number(postgresDatabase, "select count(*) from tag"))
                .isEqualTo(3);
        assertThat(PostgresForTests.number(postgresDatabase, "select count(*) from event_type"))
                .isEqualTo(3);
    }

    @Test
    void timesRiseThoughTheClocksAreAnHourApart() {
        for (int i = 0; i < 10; i++) {
            append(i % 2 == 0 ? here : there, event("{}"), event("{}"));
        }

        assertThat(here.log().refreshedHead()).isEqualTo(20);
        assertThat(here.log().read(0, 20))
                .extracting(StoredEvent::recordedAt)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anAppendThatLostToAnotherNodeSeesTheReasonAtOnce() {
        var noClaimYet = AppendCondition.withCriteria(EventCriteria.havingTags(tag("claim:c1")))
                .withMarker(new GlobalIndexConsistencyMarker(0));
        append(here, event("{}", "claim:c1"));

        assertThatThrownBy(() -> resultOf(submitAppend(there.engine(), noClaimYet, event("{}", "claim:c1"))))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(there.log().head()).isEqualTo(1);
        assertThat(there.log().readByTag(tag("claim:c1"), 0, 1)).hasSize(1);
    }

    @Test
    void whatANodeRemembersOfATagIsForgottenWhenAnotherAppends() {
        append(here, event("{}", "claim:c1"));
        append(there, event("{}", "claim:c1"));
        append(here, event("{}", "claim:other"));

        assertThat(here.log().lastPosition(tag("claim:c1"))).isEqualTo(2);
        assertThat(here.log().readByTag(tag("claim:c1"), 1, 3)).hasSize(1);
        var seenOne = AppendCondition.withCriteria(EventCriteria.havingTags(tag("claim:c1")))
                .withMarker(new GlobalIndexConsistencyMarker(1));
        assertThatThrownBy(() -> resultOf(submitAppend(here.engine(), seenOne, event("{}", "claim:c1"))))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void ofAppendsThatCompeteOnThreeNodesExactlyOneWins() throws Exception {
        int rounds = 100;
        int threads = 12;
        try (LedgerStore third = open(InstantSource.system());
                var pool = Executors.newFixedThreadPool(threads)) {
            List<LedgerStore> nodes = List.of(here, there, third);
            var together = new CyclicBarrier(threads);
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < threads; i++) {
                LedgerStore node = nodes.get(i % nodes.size());
                running.add(pool.submit(winning(node, rounds, together)));
            }
            int won = 0;
            for (Future<Integer> one : running) {
                won += one.get(120, TimeUnit.SECONDS);
            }

            assertThat(won).isEqualTo(rounds);
        }
        assertThat(here.log().refreshedHead()).isEqualTo(rounds);
        List<StoredEvent> all = here.log().read(0, 2 * rounds);
        assertThat(all)
                .extracting(StoredEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, rounds).boxed().toList());
        assertThat(all).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
        for (int round = 0; round < rounds; round++) {
            assertThat(here.log().readByTag(tag("claim:c" + round), 0, rounds)).hasSize(1);
        }
    }

    /** The number of rounds that this caller won. */
    private static Callable<Integer> winning(LedgerStore node, int rounds, CyclicBarrier together) {
        return () -> {
            int won = 0;
            for (int round = 0; round < rounds; round++) {
                String claim = "claim:c" + round;
                var nobodyYet = AppendCondition.withCriteria(EventCriteria.havingTags(tag(claim)))
                        .withMarker(new GlobalIndexConsistencyMarker(0));
                together.await(60, TimeUnit.SECONDS);
                try {
                    resultOf(submitAppend(node.engine(), nobodyYet, event("{}", claim)));
                    won++;
                } catch (AppendEventsTransactionRejectedException e) {
                    // somebody else did
                }
            }
            return won;
        };
    }

    @Test
    void aTransactionThatIdlesElsewhereStallsNobody() throws Exception {
        append(here, event("{}", "claim:c1"));
        try (Connection idle = PostgresForTests.connect(postgresDatabase)) {
            idle.setAutoCommit(false);
            idle.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            idle.createStatement().execute("select pg_current_xact_id(), (select count(*) from event)");
            idle.createStatement().execute("listen claims_ledger");
            for (int i = 0; i < 300; i++) {
                append(i % 2 == 0 ? here : there, event("{}", "claim:c1"));
            }
            idle.rollback();
        }

        assertThat(here.log().refreshedHead()).isEqualTo(301);
        assertThat(there.log().readByTag(tag("claim:c1"), 0, 301)).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void whereSomebodyElseKeepsTheLockAnAppendIsRefusedAndTheNextOneIsTaken() {
        try (var lock = new LedgerLockHolder(postgresDatabase)) {
            lock.lock();
            assertThatThrownBy(() -> append(here, event("{}")))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("locked by somebody else");
        }

        assertThat(append(here, event("{}")).last().position()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsClosedLeavesTheOthersAtWork() throws InterruptedException {
        append(here, event("{\"n\":1}", "claim:c1"));
        here.close();

        assertThat(append(there, event("{\"n\":2}", "claim:c1")).last().position())
                .isEqualTo(2);
        assertThat(there.log().readByTag(tag("claim:c1"), 0, 2)).hasSize(2);
    }
}
