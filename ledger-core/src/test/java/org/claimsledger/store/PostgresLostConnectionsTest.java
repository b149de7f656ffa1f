package org.claimsledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.Events.SOON;
import static org.claimsledger.store.Events.append;
import static org.claimsledger.store.Events.event;
import static org.claimsledger.store.Events.tag;

import java.io.IOException;
import java.time.InstantSource;
import org.claimsledger.store.LedgerStore.Limits;
import org.claimsledger.store.StoreLocation.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back, at the worst moments, and nobody restarts anything. */
class PostgresLostConnectionsTest {

    private static final String ENDS_ALL_CONNECTIONS = """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """;

    private final Database database = PostgresForTests.fresh();
    private Wire wire;
    private LedgerStore store;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(PostgresForTests.port());
        store = open(PostgresForTests.through(wire.port(), database));
    }

    private static LedgerStore open(Database database) {
        return LedgerStore.open(database, Events.TEXT, InstantSource.system(), Limits.USUAL);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        wire.close();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndAcknowledged() {
        wire.loseTheAnswerToTheNextCommit();

        Receipt receipt = append(store, event("{\"n\":1}", "claim:c1"), event("{\"n\":2}", "claim:c2"));

        assertThat(receipt.last().position()).isEqualTo(2);
        assertThat(events()).isEqualTo(2);
        assertThat(append(store, event("{\"n\":3}", "claim:c1")).last().position())
                .isEqualTo(3);
        assertThat(store.log().source(tag("claim:c1"), 0, 3))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 3L);
    }

    @Test
    void aCommitThatNeverArrivedIsRefusedAndLeavesNoTrace() {
        wire.loseTheNextCommit();

        assertThatThrownBy(() -> append(store, event("{\"n\":1}", "claim:c1")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nothing was recorded");
        assertThat(events()).isZero();
        assertThat(append(store, event("{\"n\":2}", "claim:c2")).last().position())
                .isEqualTo(1);
        assertThat(store.log().source(tag("claim:c1"), 0, 1)).isEmpty();
        assertThat(store.log().source(tag("claim:c2"), 0, 1)).hasSize(1);
        assertThat(store.log().lastPosition(tag("claim:c1"))).isZero();
    }

    @Test
    void aTypeThatWasRolledBackIsAllottedAnew() {
        wire.loseTheNextCommit();
        assertThatThrownBy(() -> append(store, event("ledger.A", "{}", java.util.Map.of())))
                .isInstanceOf(StoreUnavailable.class);

        append(store, event("ledger.B", "{}", java.util.Map.of()), event("ledger.A", "{}", java.util.Map.of()));

        assertThat(store.log().read(0, 2)).extracting(StoredEvent::type).containsExactly("B", "A");
        try (LedgerStore another = open(database)) {
            assertThat(another.log().read(0, 2)).extracting(StoredEvent::type).containsExactly("B", "A");
        }
    }

    @Test
    void whileTheDatabaseIsAwayAppendsAndReadsAreRefusedAndGoOnWhenItIsBack() {
        append(store, event("{\"n\":1}", "claim:c1"));
        wire.cut();

        assertThatThrownBy(() -> append(store, event("{\"n\":2}")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("nothing was recorded");
        assertThatThrownBy(() -> store.log().read(0, 10)).isInstanceOf(StoreUnreadable.class);
        wire.mend();

        assertThat(append(store, event("{\"n\":3}", "claim:c1")).last().position())
                .isEqualTo(2);
        assertThat(store.log().source(tag("claim:c1"), 0, 2)).hasSize(2);
    }

    @Test
    void nobodyNoticesThatConnectionsWereLostInBetween() {
        append(store, event("{}", "claim:c1"));
        store.log().read(0, 10);
        PostgresForTests.execute(database, ENDS_ALL_CONNECTIONS);

        assertThat(store.log().read(0, 10)).hasSize(1);
        assertThat(append(store, event("{}", "claim:c1")).last().position()).isEqualTo(2);
    }

    @Test
    void aNodeHearsOfOthersAgainAfterItsConnectionWasLost() throws InterruptedException {
        PostgresForTests.execute(database, ENDS_ALL_CONNECTIONS);
        try (LedgerStore another = open(database)) {
            append(another, event("{}"));
        }

        assertThat(store.log().awaitBeyond(0, SOON)).isTrue();
    }

    @Test
    void aDatabaseThatLostAcknowledgedEventsIsNotWrittenToAnyMore() {
        append(store, event("{\"n\":1}"));
        append(store, event("{\"n\":2}"));
        PostgresForTests.execute(database, "alter table event disable trigger all");
        PostgresForTests.execute(database, "delete from event where position = 2");

        assertThatThrownBy(() -> append(store, event("{\"n\":3}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("ends at position 1")
                .hasMessageContaining("position 2");
        assertThat(events()).isEqualTo(1);
    }

    private long events() {
        return PostgresForTests.number(database, "select count(*) from event");
    }
}
