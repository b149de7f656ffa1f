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
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.PostgresForTests;
import org.claimsledger.token.TokenRegistry.IssuedToken;
import org.claimsledger.token.TokenRegistry.TokenStorageRefused;
import org.junit.jupiter.api.Test;

/** Tokens on nodes that share a PostgreSQL. */
class TokenNodesTest {

    private final InstantSource clock = InstantSource.system();
    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();

    @Test
    void tokensThatOneNodeMakesOrRevokesAreKnownToTheOthers() {
        Ledger.open(postgresDatabase, clock).close();
        try (TokenRegistry here = TokenRegistry.open(postgresDatabase, clock);
                TokenRegistry there = TokenRegistry.open(postgresDatabase, clock)) {
            IssuedToken issuedToken = here.issue(new TokenName("jane"), Role.EDITOR, null);
            await().atMost(Duration.ofSeconds(20)).until(() -> there.findValid(issuedToken.secret()) != null);

            there.revoke(issuedToken.token().id());
            assertThat(there.findValid(issuedToken.secret())).isNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> here.findValid(issuedToken.secret()) == null);
        }
    }

    @Test
    void nodesThatStartAtOnceMakeTheTablesOnceAndADatabaseOfBeforeGetsThem() throws Exception {
        Ledger.open(postgresDatabase, clock).close();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> start = () -> {
                try (TokenRegistry tokenRegistry = TokenRegistry.open(postgresDatabase, clock)) {
                    return tokenRegistry.all().size();
                }
            };
            for (Future<Integer> started : threads.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isZero();
            }
        }
    }

    @Test
    void aRowIsNeverChanged() {
        Ledger.open(postgresDatabase, clock).close();
        try (TokenRegistry tokenRegistry = TokenRegistry.open(postgresDatabase, clock)) {
            IssuedToken issuedToken = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            tokenRegistry.revoke(issuedToken.token().id());
        }
        for (String sql : List.of(
                "update api_token set role = 'admin'",
                "delete from api_token_revoked",
                "truncate api_token_revoked",
                "delete from api_token_used")) {
            assertThatThrownBy(() -> PostgresForTests.execute(postgresDatabase, sql))
                    .cause()
                    .hasMessageContaining("A ledger is only added to");
        }
    }

    @Test
    void aUserWhoMayOnlyAddServesAndOneWhoMayNotMakeTheTablesIsToldSo() {
        Ledger.open(postgresDatabase, clock).close();
        PostgresForTests.execute(postgresDatabase, "create role adder_of_tokens login");
        PostgresDatabase adder = new PostgresDatabase(postgresDatabase.url(), "adder_of_tokens", "");
        PostgresForTests.execute(
                postgresDatabase, "grant select, insert on all tables in schema public to adder_of_tokens");
        assertThatThrownBy(() -> TokenRegistry.open(adder, clock))
                .isInstanceOf(TokenStorageRefused.class)
                .hasMessageContaining("start once as their owner");

        TokenRegistry.open(postgresDatabase, clock).close();
        PostgresForTests.execute(
                postgresDatabase, "grant select, insert on all tables in schema public to adder_of_tokens");
        try (TokenRegistry tokenRegistry = TokenRegistry.open(adder, clock)) {
            IssuedToken issuedToken = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isNotNull();
            tokenRegistry.revoke(issuedToken.token().id());
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isNull();
        }
    }
}
