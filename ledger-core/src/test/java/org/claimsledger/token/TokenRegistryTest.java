package org.claimsledger.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.store.engine.PostgresForTests;
import org.claimsledger.token.TokenRegistry.IssuedToken;
import org.claimsledger.token.TokenRegistry.TokenStorageRefused;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, in a ledger's folder and in its database. */
class TokenRegistryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    private StoreLocation location(StoreLocation.Kind kind) {
        StoreLocation location =
                switch (kind) {
                    case H2 -> new StoreLocation.LedgerFolder(folder.resolve("ledger"));
                    case POSTGRES -> PostgresForTests.newDatabase();
                };
        Ledger.open(location, clock).close();
        return location;
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsKnownByItsSecretAndByNothingElse(StoreLocation.Kind kind) {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock)) {
            IssuedToken issuedToken = tokenRegistry.issue(new TokenName("aigul"), Role.EDITOR, null);

            assertThat(issuedToken.secret().text()).matches("clm_[A-Za-z0-9_-]{43}");
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isEqualTo(issuedToken.token());
            for (String other : List.of(
                    "",
                    "clm_",
                    issuedToken.secret().text().toUpperCase(),
                    issuedToken.secret().text() + "A",
                    issuedToken.token().id(),
                    issuedToken.token().hash().hex())) {
                assertThat(tokenRegistry.findValid(new TokenSecret(other))).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensAndRevocationsSurviveARestart(StoreLocation.Kind kind) {
        StoreLocation location = location(kind);
        IssuedToken kept;
        IssuedToken revoked;
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            kept = tokenRegistry.issue(new TokenName("kept"), Role.LEGAL, NOON.plus(Duration.ofDays(3)));
            revoked = tokenRegistry.issue(new TokenName("revoked"), Role.ADMIN, null);
            tokenRegistry.revoke(revoked.token().id());
        }
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            assertThat(tokenRegistry.all())
                    .containsExactly(kept.token(), revoked.token().revokedAt(NOON));
            assertThat(tokenRegistry.findValid(kept.secret())).isEqualTo(kept.token());
            assertThat(tokenRegistry.findValid(revoked.secret())).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsTakenUntilItExpiresAndNotAtThatInstant(StoreLocation.Kind kind) {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock)) {
            IssuedToken issuedToken = tokenRegistry.issue(new TokenName("brief"), Role.READER, NOON.plusSeconds(60));
            String id = issuedToken.token().id();

            now = NOON.plusSeconds(60).minusNanos(1_000);
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isNotNull();
            assertThat(tokenRegistry.isValid(id)).isTrue();
            now = NOON.plusSeconds(60);
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isNull();
            assertThat(tokenRegistry.isValid(id)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenLastsAYearUnlessSaidOtherwiseAndFiveYearsAtMost(StoreLocation.Kind kind) {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock)) {
            assertThat(tokenRegistry
                            .issue(new TokenName("usual"), Role.READER, null)
                            .token()
                            .expires())
                    .isEqualTo(NOON.plus(Duration.ofDays(365)));
            Instant last = NOON.plus(Duration.ofDays(1_830));
            assertThat(tokenRegistry
                            .issue(new TokenName("long"), Role.READER, last)
                            .token()
                            .expires())
                    .isEqualTo(last);
            for (Instant wrong : List.of(last.plusSeconds(1), NOON, NOON.minusSeconds(1), Instant.MAX, Instant.MIN)) {
                assertRefused(
                        RefusalCode.INVALID_EXPIRY,
                        () -> tokenRegistry.issue(new TokenName("wrong"), Role.READER, wrong));
            }
            assertThat(tokenRegistry.all()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsGivenOnceAlsoAfterItsTokenWasRevoked(StoreLocation.Kind kind) {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock)) {
            IssuedToken first = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            assertRefused(RefusalCode.NAME_TAKEN, () -> tokenRegistry.issue(new TokenName("jane"), Role.READER, null));
            tokenRegistry.revoke(first.token().id());
            assertRefused(RefusalCode.NAME_TAKEN, () -> tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null));
            assertThat(tokenRegistry.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoWantOneNameAtOnceOneGetsIt(StoreLocation.Kind kind) throws Exception {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            tokenRegistry.issue(new TokenName("contested"), Role.READER, null);
                            return true;
                        } catch (Refused refused) {
                            assertThat(refused.first().code()).isEqualTo(RefusalCode.NAME_TAKEN);
                            return false;
                        }
                    })
                    .toList();
            long made = 0;
            for (var each : threads.invokeAll(tries)) {
                made += each.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
            assertThat(tokenRegistry.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsRevokedAtOnceAndOnceOnly(StoreLocation.Kind kind) {
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location(kind), clock)) {
            IssuedToken issuedToken = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            now = NOON.plusSeconds(1);
            tokenRegistry.revoke(issuedToken.token().id());
            assertThat(tokenRegistry.findValid(issuedToken.secret())).isNull();
            assertThat(tokenRegistry.isValid(issuedToken.token().id())).isFalse();
            now = NOON.plusSeconds(2);
            tokenRegistry.revoke(issuedToken.token().id());
            assertThat(tokenRegistry.all().getFirst().revoked()).isEqualTo(NOON.plusSeconds(1));
            assertRefused(RefusalCode.TOKEN_UNKNOWN, () -> tokenRegistry.revoke("nothing"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDayOfTheLastUseIsNoted(StoreLocation.Kind kind) {
        StoreLocation location = location(kind);
        IssuedToken issuedToken;
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            issuedToken = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            assertThat(tokenRegistry.all().getFirst().lastUsed()).isNull();
            tokenRegistry.findValid(issuedToken.secret());
            now = NOON.plus(Duration.ofDays(2));
            tokenRegistry.findValid(issuedToken.secret());
            tokenRegistry.findValid(issuedToken.secret());
        }
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            assertThat(tokenRegistry.all().getFirst().lastUsed()).isEqualTo(LocalDate.parse("2026-11-24"));
        }
    }

    @Test
    void ofManyThreadsOnAFileNoneLosesWhatAnotherMade() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        Set<String> made = new HashSet<>();
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<IssuedToken>> tries = IntStream.range(0, 40)
                    .<Callable<IssuedToken>>mapToObj(
                            i -> () -> tokenRegistry.issue(new TokenName("t" + i), Role.READER, null))
                    .toList();
            for (var each : threads.invokeAll(tries)) {
                made.add(each.get().token().id());
                assertThat(tokenRegistry.findValid(each.get().secret())).isNotNull();
            }
        }
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            assertThat(tokenRegistry.all()).extracting(Token::id).containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void theFileIsForItsOwnerOnlyAndHoldsNoSecret() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        IssuedToken issuedToken;
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            issuedToken = tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
            tokenRegistry.findValid(issuedToken.secret());
        }
        Path file = folder.resolve("ledger/tokens.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains(issuedToken.token().hash().hex());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(each -> assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                            .doesNotContain(issuedToken.secret().text().substring(4)));
        }
        assertThat(issuedToken.toString()).doesNotContain(issuedToken.secret().text());
    }

    static Stream<String> damaged() {
        return Stream.of(
                "",
                "{",
                "[]",
                "{\"format\":\"other\",\"version\":1,\"tokens\":[]}",
                "{\"format\":\"claims-ledger-tokens\",\"version\":1}",
                "{\"format\":\"claims-ledger-tokens\",\"version\":1,\"tokens\":[{}]}",
                "{\"format\":\"claims-ledger-tokens\",\"version\":2,\"tokens\":[]}",
                """
                {"format":"claims-ledger-tokens","version":1,"tokens":[{"id":"a","name":"jane","role":"owner",
                "hash":"%s","created":"2026-11-22T12:00:00Z","expires":"2026-11-23T12:00:00Z","lastUsed":null,
                "revoked":null}]}
                """.formatted("0".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void aFileThatCannotBeReadIsLeftAsItIsAndNamed(String content) throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        Path file = Files.writeString(folder.resolve("ledger/tokens.json"), content);

        assertThatThrownBy(() -> TokenRegistry.open(location, clock))
                .isInstanceOf(TokenStorageRefused.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aChangeThatWasCutShortLeavesTheFileAsItWas() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            tokenRegistry.issue(new TokenName("jane"), Role.EDITOR, null);
        }
        Files.writeString(folder.resolve("ledger/tokens.json.new"), "{\"format\":\"claims-le");

        try (TokenRegistry tokenRegistry = TokenRegistry.open(location, clock)) {
            assertThat(tokenRegistry.all()).hasSize(1);
            tokenRegistry.issue(new TokenName("john"), Role.EDITOR, null);
            assertThat(tokenRegistry.all()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo", "0x", "jane.doe@example.org", "desk-bot_2"})
    void aNameIsOfFewCharacters(String name) {
        assertThat(new TokenName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "j",
                "Jane",
                "jane doe",
                "-jane",
                ".j",
                "@jane",
                "jane/1",
                "oidc:jane",
                "jané",
                "ja\u0430n",
                "jane\n",
                "admin",
                "sample"
            })
    void aNameThatCouldBeTakenForAnotherIsNone(String name) {
        assertRefused(RefusalCode.INVALID_NAME, () -> new TokenName(name));
        assertRefused(RefusalCode.INVALID_NAME, () -> new TokenName("a".repeat(81)));
        assertThat(new TokenName("a".repeat(80)).text()).hasSize(80);
    }

    @Test
    void thereIsAMostOfThem() {
        TokenRules.requireBelowLimit(TokenRegistry.MAX_TOKENS - 1);
        assertRefused(RefusalCode.TOO_MANY, () -> TokenRules.requireBelowLimit(TokenRegistry.MAX_TOKENS));
    }

    private static void assertRefused(RefusalCode code, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.first().code())
                .isEqualTo(code));
    }
}
