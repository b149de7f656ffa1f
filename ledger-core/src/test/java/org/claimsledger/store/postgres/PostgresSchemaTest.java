package org.claimsledger.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;

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
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.PostgresForTests;
import org.claimsledger.store.engine.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The databases that are ledgers or become one, and the statements that a ledger's database refuses to everybody. */
class PostgresSchemaTest {

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();

    static Stream<String> tables() {
        return PostgresDialect.TABLE_NAMES.stream();
    }

    private static LedgerStore open(PostgresDatabase postgresDatabase) {
        return LedgerStore.open(postgresDatabase, TestEvents.TEXT, InstantSource.system(), StoreLimits.DEFAULTS);
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseBeginOneLedger() throws Exception {
        var ledgers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> node = () -> {
                try (LedgerStore store = open(postgresDatabase)) {
                    append(store, event("{}"));
                    return store.ledgerId();
                }
            };
            for (Future<String> one : threads.invokeAll(Collections.nCopies(8, node), 60, TimeUnit.SECONDS)) {
                ledgers.add(one.get());
            }
        }

        assertThat(ledgers).hasSize(1);
        try (LedgerStore store = open(postgresDatabase)) {
            assertThat(store.ledgerId()).isEqualTo(ledgers.iterator().next());
            assertThat(store.log().head()).isEqualTo(8);
        }
    }

    @Test
    void aLedgerMayLiveInASchemaOfItsOwn() {
        PostgresForTests.execute(postgresDatabase, "create table something (id integer)");
        PostgresForTests.execute(postgresDatabase, "create schema desk");
        var desk = new PostgresDatabase(
                postgresDatabase.url() + "?currentSchema=desk", postgresDatabase.user(), postgresDatabase.password());

        try (LedgerStore store = open(desk)) {
            append(store, event("{}"));
        }

        assertThat(PostgresForTests.number(postgresDatabase, "select count(*) from desk.event"))
                .isEqualTo(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingElseIsRefusedAndLeftAsItIs() {
        PostgresForTests.execute(postgresDatabase, "create table invoice (id integer)");

        assertRefused(postgresDatabase, Code.FOREIGN, "invoice");
        assertThat(PostgresForTests.number(
                        postgresDatabase, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo(1);
    }

    @Test
    void aTableOfTheSameNameDoesNotMakeALedger() {
        PostgresForTests.execute(postgresDatabase, "create table claims_ledger (id integer)");

        assertRefused(postgresDatabase, Code.FOREIGN, "claims_ledger");
    }

    @Test
    void aNewerFormatIsRefused() {
        begin();
        PostgresForTests.execute(postgresDatabase, "alter table claims_ledger disable trigger all");
        PostgresForTests.execute(postgresDatabase, "update claims_ledger set format = 7");

        assertRefused(postgresDatabase, Code.NEWER, "format 7");
    }

    @Test
    void aLedgerThatLacksATableIsRefused() {
        begin();
        PostgresForTests.execute(postgresDatabase, "drop table tag_by_name");

        assertRefused(postgresDatabase, Code.DAMAGED, "tag_by_name");
    }

    @Test
    void aLedgerWithoutItsMarkerIsRefused() {
        begin();
        PostgresForTests.execute(postgresDatabase, "alter table claims_ledger disable trigger all");
        PostgresForTests.execute(postgresDatabase, "delete from claims_ledger");

        assertRefused(postgresDatabase, Code.DAMAGED, "which ledger");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutAnyPassword() throws Exception {
        int nobody;
        try (var closed = new java.net.ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        var nowhere = new PostgresDatabase(
                "jdbc:postgresql://127.0.0.1:" + nobody + "/ledger?password=secret", "ledger", "secret");

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
        assertThatThrownBy(() -> new PostgresDatabase(url, null, null))
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
        long before = PostgresForTests.number(postgresDatabase, "select count(*) from " + table);

        try (Connection owner = PostgresForTests.connect(postgresDatabase)) {
            for (String attempt : attempts) {
                assertThatThrownBy(() -> owner.createStatement().execute(attempt))
                        .as(attempt)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("23000"))
                        .hasMessageContaining("only added to");
            }
        }
        assertThat(before).isPositive();
        assertThat(PostgresForTests.number(postgresDatabase, "select count(*) from " + table))
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
    void aUserWhoMayOnlyReadAndAddCanRunTheLedger() {
        begin();
        PostgresForTests.execute(postgresDatabase, "create role desk login");
        PostgresForTests.execute(postgresDatabase, "grant select, insert on all tables in schema public to desk");
        PostgresForTests.execute(postgresDatabase, "grant update (one) on claims_ledger to desk");

        try (LedgerStore store = open(new PostgresDatabase(postgresDatabase.url(), "desk", null))) {
            assertThat(append(store, event("{}", "claim:c2")).last().position()).isEqualTo(2);
        }
    }

    @Test
    void appendingLeavesNothingForVacuum() {
        try (LedgerStore store = open(postgresDatabase)) {
            for (int i = 0; i < 50; i++) {
                append(store, event("{}", "claim:c" + i));
            }
        }

        assertThat(PostgresForTests.number(
                        postgresDatabase, "select count(*) from claims_ledger where ctid = '(0,1)'::tid"))
                .isEqualTo(1);
    }

    private void begin() {
        try (LedgerStore store = open(postgresDatabase)) {
            append(store, event("{}", "claim:c1"));
        }
    }

    private static void assertRefused(PostgresDatabase postgresDatabase, Code code, String word) {
        assertThatThrownBy(() -> open(postgresDatabase))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .hasMessageContaining(postgresDatabase.name())
                .hasMessageContaining(word);
    }
}
