package org.claimsledger.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.PostgresForTests;
import org.claimsledger.store.StoreLocation.Database;
import org.claimsledger.token.Tokens.Made;
import org.junit.jupiter.api.Test;

/** Tokens of nodes that share a PostgreSQL. */
class TokenNodesTest {

    private final InstantSource clock = InstantSource.system();
    private final Database database = PostgresForTests.fresh();

    @Test
    void whatOneNodeMakesAndRevokesTheOthersHearOf() {
        Ledger.open(database, clock).close();
        try (Tokens here = Tokens.open(database, clock);
                Tokens there = Tokens.open(database, clock)) {
            Made made = here.make(new TokenName("jane"), Role.EDITOR, null);
            await().atMost(Duration.ofSeconds(20)).until(() -> there.of(made.secret()) != null);

            there.revoke(made.token().id());
            assertThat(there.of(made.secret())).isNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> here.of(made.secret()) == null);
        }
    }

    @Test
    void nodesThatStartAtOnceMakeTheTablesOnceAndADatabaseOfBeforeGetsThem() throws Exception {
        Ledger.open(database, clock).close();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> start = () -> {
                try (Tokens tokens = Tokens.open(database, clock)) {
                    return tokens.all().size();
                }
            };
            for (Future<Integer> started : threads.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isZero();
            }
        }
    }

    @Test
    void aRowIsNeverChanged() {
        Ledger.open(database, clock).close();
        try (Tokens tokens = Tokens.open(database, clock)) {
            Made made = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            tokens.revoke(made.token().id());
        }
        for (String sql : List.of(
                "update api_token set role = 'admin'",
                "delete from api_token_revoked",
                "truncate api_token_revoked",
                "delete from api_token_used")) {
            assertThatThrownBy(() -> PostgresForTests.execute(database, sql))
                    .cause()
                    .hasMessageContaining("A ledger is only added to");
        }
    }

    @Test
    void aUserWhoMayOnlyAddServesAndOneWhoMayNotMakeTheTablesIsToldSo() {
        Ledger.open(database, clock).close();
        PostgresForTests.execute(database, "create role adder_of_tokens login");
        Database adder = new Database(database.url(), "adder_of_tokens", "");
        PostgresForTests.execute(database, "grant select, insert on all tables in schema public to adder_of_tokens");
        assertThatThrownBy(() -> Tokens.open(adder, clock))
                .isInstanceOf(TokensRefused.class)
                .hasMessageContaining("start once as their owner");

        Tokens.open(database, clock).close();
        PostgresForTests.execute(database, "grant select, insert on all tables in schema public to adder_of_tokens");
        try (Tokens tokens = Tokens.open(adder, clock)) {
            Made made = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            assertThat(tokens.of(made.secret())).isNotNull();
            tokens.revoke(made.token().id());
            assertThat(tokens.of(made.secret())).isNull();
        }
    }
}
