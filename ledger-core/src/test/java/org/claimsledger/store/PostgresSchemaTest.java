package org.claimsledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.Events.append;
import static org.claimsledger.store.Events.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimsledger.store.LedgerStore.Limits;
import org.claimsledger.store.StoreLocation.Database;
import org.claimsledger.store.StoreRefused.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which databases are ledgers, which become one, and what is refused to everyone in one that is. */
class PostgresSchemaTest {

    private final Database database = PostgresForTests.fresh();

    static Stream<String> tables() {
        return PostgresDialect.NAMES.stream();
    }

    private static LedgerStore open(Database database) {
        return LedgerStore.open(database, Events.TEXT, InstantSource.system(), Limits.USUAL);
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseBeginOneLedger() throws Exception {
        var ledgers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> node = () -> {
                try (LedgerStore store = open(database)) {
                    append(store, event("{}"));
                    return store.ledger();
                }
            };
            for (Future<String> one : threads.invokeAll(Collections.nCopies(8, node), 60, TimeUnit.SECONDS)) {
                ledgers.add(one.get());
            }
        }

        assertThat(ledgers).hasSize(1);
        try (LedgerStore store = open(database)) {
            assertThat(store.ledger()).isEqualTo(ledgers.iterator().next());
            assertThat(store.log().head()).isEqualTo(8);
        }
    }

    @Test
    void aLedgerMayLiveInASchemaOfItsOwn() {
        PostgresForTests.execute(database, "create table something (id integer)");
        PostgresForTests.execute(database, "create schema desk");
        var desk = new Database(database.url() + "?currentSchema=desk", database.user(), database.password());

        try (LedgerStore store = open(desk)) {
            append(store, event("{}"));
        }

        assertThat(PostgresForTests.number(database, "select count(*) from desk.event"))
                .isEqualTo(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingElseIsRefusedAndLeftAsItIs() {
        PostgresForTests.execute(database, "create table invoice (id integer)");

        assertRefused(database, Code.FOREIGN, "invoice");
        assertThat(PostgresForTests.number(database, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo(1);
    }

    @Test
    void aTableOfTheSameNameDoesNotMakeALedger() {
        PostgresForTests.execute(database, "create table claims_ledger (id integer)");

        assertRefused(database, Code.FOREIGN, "claims_ledger");
    }

    @Test
    void aNewerFormatIsRefused() {
        begin();
        PostgresForTests.execute(database, "alter table claims_ledger disable trigger all");
        PostgresForTests.execute(database, "update claims_ledger set format = 7");

        assertRefused(database, Code.NEWER, "format 7");
    }

    @Test
    void aLedgerThatLacksATableIsRefused() {
        begin();
        PostgresForTests.execute(database, "drop table tag_by_name");

        assertRefused(database, Code.DAMAGED, "tag_by_name");
    }

    @Test
    void aLedgerWithoutItsMarkerIsRefused() {
        begin();
        PostgresForTests.execute(database, "alter table claims_ledger disable trigger all");
        PostgresForTests.execute(database, "delete from claims_ledger");

        assertRefused(database, Code.DAMAGED, "which ledger");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutAnyPassword() throws Exception {
        int nobody;
        try (var closed = new java.net.ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        var nowhere =
                new Database("jdbc:postgresql://127.0.0.1:" + nobody + "/ledger?password=secret", "ledger", "secret");

        assertThatThrownBy(() -> open(nowhere))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(Code.UNUSABLE))
                .hasMessageContaining("127.0.0.1:" + nobody + "/ledger")
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://ada:secret@127.0.0.1/ledger", "jdbc:h2:mem:", "127.0.0.1"})
    void anAddressOfAnotherKindIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new Database(url, null, null))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("jdbc:postgresql:")
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void notEvenTheOwnerChangesOrRemovesARow(String table) throws SQLException {
        begin();
        List<String> attempts = List.of(
                "update " + table + " set " + columnOf(table) + " = " + columnOf(table),
                "delete from " + table,
                "delete from " + table + " where false",
                "truncate " + table,
                "set session_replication_role = replica; delete from " + table);
        long before = PostgresForTests.number(database, "select count(*) from " + table);

        try (Connection owner = PostgresForTests.connect(database)) {
            for (String attempt : attempts) {
                assertThatThrownBy(() -> owner.createStatement().execute(attempt))
                        .as(attempt)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("23000"))
                        .hasMessageContaining("only added to");
            }
        }
        assertThat(before).isPositive();
        assertThat(PostgresForTests.number(database, "select count(*) from " + table))
                .isEqualTo(before);
    }

    private static String columnOf(String table) {
        return switch (table) {
            case "claims_ledger" -> "ledger";
            case "event" -> "payload";
            case "event_tag", "tag_by_name" -> "packed";
            default -> "id";
        };
    }

    @Test
    void whoeverMayOnlyReadAndAddCanStillRunTheLedger() {
        begin();
        PostgresForTests.execute(database, "create role desk login");
        PostgresForTests.execute(database, "grant select, insert on all tables in schema public to desk");
        PostgresForTests.execute(database, "grant update (one) on claims_ledger to desk");

        try (LedgerStore store = open(new Database(database.url(), "desk", null))) {
            assertThat(append(store, event("{}", "claim:c2")).last().position()).isEqualTo(2);
        }
    }

    @Test
    void appendingLeavesNothingForVacuum() {
        try (LedgerStore store = open(database)) {
            for (int i = 0; i < 50; i++) {
                append(store, event("{}", "claim:c" + i));
            }
        }

        assertThat(PostgresForTests.number(database, "select count(*) from claims_ledger where ctid = '(0,1)'::tid"))
                .isEqualTo(1);
    }

    private void begin() {
        try (LedgerStore store = open(database)) {
            append(store, event("{}", "claim:c1"));
        }
    }

    private static void assertRefused(Database database, Code code, String word) {
        assertThatThrownBy(() -> open(database))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .hasMessageContaining(database.name())
                .hasMessageContaining(word);
    }
}
