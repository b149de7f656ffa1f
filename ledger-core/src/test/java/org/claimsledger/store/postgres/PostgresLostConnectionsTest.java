package org.claimsledger.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.TEST_TIMEOUT;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.tag;

import java.io.IOException;
import java.time.InstantSource;
import org.claimsledger.store.Receipt;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoreUnavailable;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.PostgresForTests;
import org.claimsledger.store.engine.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back, at the worst moments, and nobody restarts anything. */
class PostgresLostConnectionsTest {

    private static final String ENDS_ALL_CONNECTIONS = """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """;

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
    private DatabaseProxy databaseProxy;
    private LedgerStore store;

    @BeforeEach
    void open() throws IOException {
        databaseProxy = new DatabaseProxy(PostgresForTests.port());
        store = open(PostgresForTests.throughPort(databaseProxy.port(), postgresDatabase));
    }

    private static LedgerStore open(PostgresDatabase postgresDatabase) {
        return LedgerStore.open(postgresDatabase, TestEvents.TEXT, InstantSource.system(), StoreLimits.DEFAULTS);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        databaseProxy.close();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndAcknowledged() {
        databaseProxy.dropNextCommitResponse();

        Receipt receipt = append(store, event("{\"n\":1}", "claim:c1"), event("{\"n\":2}", "claim:c2"));

        assertThat(receipt.last().position()).isEqualTo(2);
        assertThat(events()).isEqualTo(2);
        assertThat(append(store, event("{\"n\":3}", "claim:c1")).last().position())
                .isEqualTo(3);
        assertThat(store.log().readByTag(tag("claim:c1"), 0, 3))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 3L);
    }

    @Test
    void aCommitThatNeverArrivedIsRefusedAndLeavesNoTrace() {
        databaseProxy.dropNextCommit();

        assertThatThrownBy(() -> append(store, event("{\"n\":1}", "claim:c1")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nothing was recorded");
        assertThat(events()).isZero();
        assertThat(append(store, event("{\"n\":2}", "claim:c2")).last().position())
                .isEqualTo(1);
        assertThat(store.log().readByTag(tag("claim:c1"), 0, 1)).isEmpty();
        assertThat(store.log().readByTag(tag("claim:c2"), 0, 1)).hasSize(1);
        assertThat(store.log().lastPosition(tag("claim:c1"))).isZero();
    }

    @Test
    void aTypeThatWasRolledBackIsAllottedAnew() {
        databaseProxy.dropNextCommit();
        assertThatThrownBy(() -> append(store, event("ledger.A", "{}", java.util.Map.of())))
                .isInstanceOf(StoreUnavailable.class);

        append(store, event("ledger.B", "{}", java.util.Map.of()), event("ledger.A", "{}", java.util.Map.of()));

        assertThat(store.log().read(0, 2)).extracting(StoredEvent::type).containsExactly("B", "A");
        try (LedgerStore another = open(postgresDatabase)) {
            assertThat(another.log().read(0, 2)).extracting(StoredEvent::type).containsExactly("B", "A");
        }
    }

    @Test
    void whileTheDatabaseIsAwayAppendsAndReadsAreRefusedAndGoOnWhenItIsBack() {
        append(store, event("{\"n\":1}", "claim:c1"));
        databaseProxy.cut();

        assertThatThrownBy(() -> append(store, event("{\"n\":2}")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nothing was recorded");
        assertThatThrownBy(() -> store.log().read(0, 10)).isInstanceOf(StoreUnreadable.class);
        databaseProxy.restore();

        assertThat(append(store, event("{\"n\":3}", "claim:c1")).last().position())
                .isEqualTo(2);
        assertThat(store.log().readByTag(tag("claim:c1"), 0, 2)).hasSize(2);
    }

    @Test
    void nobodyNoticesThatConnectionsWereLostInBetween() {
        append(store, event("{}", "claim:c1"));
        store.log().read(0, 10);
        PostgresForTests.execute(postgresDatabase, ENDS_ALL_CONNECTIONS);

        assertThat(store.log().read(0, 10)).hasSize(1);
        assertThat(append(store, event("{}", "claim:c1")).last().position()).isEqualTo(2);
    }

    @Test
    void aNodeHearsOfOthersAgainAfterItsConnectionWasLost() throws InterruptedException {
        PostgresForTests.execute(postgresDatabase, ENDS_ALL_CONNECTIONS);
        try (LedgerStore another = open(postgresDatabase)) {
            append(another, event("{}"));
        }

        assertThat(store.log().awaitBeyond(0, TEST_TIMEOUT)).isTrue();
    }

    @Test
    void aDatabaseThatLostAcknowledgedEventsIsNotWrittenToAnyMore() {
        append(store, event("{\"n\":1}"));
        append(store, event("{\"n\":2}"));
        PostgresForTests.execute(postgresDatabase, "alter table event disable trigger all");
        PostgresForTests.execute(postgresDatabase, "delete from event where position = 2");

        assertThatThrownBy(() -> append(store, event("{\"n\":3}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("ends at position 1")
                .hasMessageContaining("position 2");
        assertThat(events()).isEqualTo(1);
    }

    private long events() {
        return PostgresForTests.number(postgresDatabase, "select count(*) from event");
    }
}
