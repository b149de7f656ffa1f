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
import org.claimsledger.store.PostgresForTests;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.token.Tokens.Made;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, in a ledger's folder and in its database. */
class TokensTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    private StoreLocation location(StoreLocation.Kind kind) {
        StoreLocation location =
                switch (kind) {
                    case H2 -> new StoreLocation.Folder(folder.resolve("ledger"));
                    case POSTGRES -> PostgresForTests.fresh();
                };
        Ledger.open(location, clock).close();
        return location;
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsKnownByItsSecretAndByNothingElse(StoreLocation.Kind kind) {
        try (Tokens tokens = Tokens.open(location(kind), clock)) {
            Made made = tokens.make(new TokenName("aigul"), Role.EDITOR, null);

            assertThat(made.secret().text()).matches("clm_[A-Za-z0-9_-]{43}");
            assertThat(tokens.of(made.secret())).isEqualTo(made.token());
            for (String other : List.of(
                    "",
                    "clm_",
                    made.secret().text().toUpperCase(),
                    made.secret().text() + "A",
                    made.token().id(),
                    made.token().hash().hex())) {
                assertThat(tokens.of(new Secret(other))).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMadeAndRevokedIsSoAfterARestart(StoreLocation.Kind kind) {
        StoreLocation location = location(kind);
        Made kept;
        Made revoked;
        try (Tokens tokens = Tokens.open(location, clock)) {
            kept = tokens.make(new TokenName("kept"), Role.LEGAL, NOON.plus(Duration.ofDays(3)));
            revoked = tokens.make(new TokenName("revoked"), Role.ADMIN, null);
            tokens.revoke(revoked.token().id());
        }
        try (Tokens tokens = Tokens.open(location, clock)) {
            assertThat(tokens.all())
                    .containsExactly(kept.token(), revoked.token().revokedAt(NOON));
            assertThat(tokens.of(kept.secret())).isEqualTo(kept.token());
            assertThat(tokens.of(revoked.secret())).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsTakenUntilItExpiresAndNotAtThatInstant(StoreLocation.Kind kind) {
        try (Tokens tokens = Tokens.open(location(kind), clock)) {
            Made made = tokens.make(new TokenName("brief"), Role.READER, NOON.plusSeconds(60));
            String id = made.token().id();

            now = NOON.plusSeconds(60).minusNanos(1_000);
            assertThat(tokens.of(made.secret())).isNotNull();
            assertThat(tokens.isTaken(id)).isTrue();
            now = NOON.plusSeconds(60);
            assertThat(tokens.of(made.secret())).isNull();
            assertThat(tokens.isTaken(id)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenLastsAYearUnlessSaidOtherwiseAndFiveYearsAtMost(StoreLocation.Kind kind) {
        try (Tokens tokens = Tokens.open(location(kind), clock)) {
            assertThat(tokens.make(new TokenName("usual"), Role.READER, null)
                            .token()
                            .expires())
                    .isEqualTo(NOON.plus(Duration.ofDays(365)));
            Instant last = NOON.plus(Duration.ofDays(1_830));
            assertThat(tokens.make(new TokenName("long"), Role.READER, last)
                            .token()
                            .expires())
                    .isEqualTo(last);
            for (Instant wrong : List.of(last.plusSeconds(1), NOON, NOON.minusSeconds(1), Instant.MAX, Instant.MIN)) {
                assertRefused(
                        RefusalCode.INVALID_EXPIRY, () -> tokens.make(new TokenName("wrong"), Role.READER, wrong));
            }
            assertThat(tokens.all()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsGivenOnceAlsoAfterItsTokenWasRevoked(StoreLocation.Kind kind) {
        try (Tokens tokens = Tokens.open(location(kind), clock)) {
            Made first = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            assertRefused(RefusalCode.NAME_TAKEN, () -> tokens.make(new TokenName("jane"), Role.READER, null));
            tokens.revoke(first.token().id());
            assertRefused(RefusalCode.NAME_TAKEN, () -> tokens.make(new TokenName("jane"), Role.EDITOR, null));
            assertThat(tokens.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoWantOneNameAtOnceOneGetsIt(StoreLocation.Kind kind) throws Exception {
        try (Tokens tokens = Tokens.open(location(kind), clock);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            tokens.make(new TokenName("contested"), Role.READER, null);
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
            assertThat(tokens.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsRevokedAtOnceAndOnceOnly(StoreLocation.Kind kind) {
        try (Tokens tokens = Tokens.open(location(kind), clock)) {
            Made made = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            now = NOON.plusSeconds(1);
            tokens.revoke(made.token().id());
            assertThat(tokens.of(made.secret())).isNull();
            assertThat(tokens.isTaken(made.token().id())).isFalse();
            now = NOON.plusSeconds(2);
            tokens.revoke(made.token().id());
            assertThat(tokens.all().getFirst().revoked()).isEqualTo(NOON.plusSeconds(1));
            assertRefused(RefusalCode.TOKEN_UNKNOWN, () -> tokens.revoke("nothing"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDayOfTheLastUseIsNoted(StoreLocation.Kind kind) {
        StoreLocation location = location(kind);
        Made made;
        try (Tokens tokens = Tokens.open(location, clock)) {
            made = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            assertThat(tokens.all().getFirst().lastUsed()).isNull();
            tokens.of(made.secret());
            now = NOON.plus(Duration.ofDays(2));
            tokens.of(made.secret());
            tokens.of(made.secret());
        }
        try (Tokens tokens = Tokens.open(location, clock)) {
            assertThat(tokens.all().getFirst().lastUsed()).isEqualTo(LocalDate.parse("2026-11-24"));
        }
    }

    @Test
    void ofManyThreadsOnAFileNoneLosesWhatAnotherMade() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        Set<String> made = new HashSet<>();
        try (Tokens tokens = Tokens.open(location, clock);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Made>> tries = IntStream.range(0, 40)
                    .<Callable<Made>>mapToObj(i -> () -> tokens.make(new TokenName("t" + i), Role.READER, null))
                    .toList();
            for (var each : threads.invokeAll(tries)) {
                made.add(each.get().token().id());
                assertThat(tokens.of(each.get().secret())).isNotNull();
            }
        }
        try (Tokens tokens = Tokens.open(location, clock)) {
            assertThat(tokens.all()).extracting(Token::id).containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void theFileIsForItsOwnerOnlyAndHoldsNoSecret() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        Made made;
        try (Tokens tokens = Tokens.open(location, clock)) {
            made = tokens.make(new TokenName("jane"), Role.EDITOR, null);
            tokens.of(made.secret());
        }
        Path file = folder.resolve("ledger/tokens.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains(made.token().hash().hex());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(each -> assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                            .doesNotContain(made.secret().text().substring(4)));
        }
        assertThat(made.toString()).doesNotContain(made.secret().text());
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

        assertThatThrownBy(() -> Tokens.open(location, clock))
                .isInstanceOf(TokensRefused.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aChangeThatWasCutShortLeavesTheFileAsItWas() throws Exception {
        StoreLocation location = location(StoreLocation.Kind.H2);
        try (Tokens tokens = Tokens.open(location, clock)) {
            tokens.make(new TokenName("jane"), Role.EDITOR, null);
        }
        Files.writeString(folder.resolve("ledger/tokens.json.new"), "{\"format\":\"claims-le");

        try (Tokens tokens = Tokens.open(location, clock)) {
            assertThat(tokens.all()).hasSize(1);
            tokens.make(new TokenName("john"), Role.EDITOR, null);
            assertThat(tokens.all()).hasSize(2);
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
        TokenRules.requireRoom(Tokens.MOST - 1);
        assertRefused(RefusalCode.TOO_MANY, () -> TokenRules.requireRoom(Tokens.MOST));
    }

    private static void assertRefused(RefusalCode code, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.first().code())
                .isEqualTo(code));
    }
}
