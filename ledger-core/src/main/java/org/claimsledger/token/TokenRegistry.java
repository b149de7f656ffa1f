package org.claimsledger.token;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.value.Ids;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens of a ledger. Looking one up takes a hash and a look into memory; changes are on disk when they return. */
public final class TokenRegistry implements AutoCloseable {

    /** How many there may be, revoked ones included, because all are in memory. */
    public static final int MAX_TOKENS = 10_000;
    /** How long a token lasts by default. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(365);
    /** How long a token may last. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(1_830);

    private static final Logger LOG = LoggerFactory.getLogger(TokenRegistry.class);

    private final TokenStorage storage;
    private final InstantSource clock;
    private final Map<String, LocalDate> lastUsedDays = new ConcurrentHashMap<>();
    private final ExecutorService useRecorder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-tokens-used").daemon().factory());
    private volatile TokenSnapshot snapshot;

    /** A token with its secret, which is shown only once. */
    public record IssuedToken(Token token, TokenSecret secret) {}

    private record TokenSnapshot(Map<Sha256, Token> byHash, Map<String, Token> byId) {

        static TokenSnapshot of(List<Token> tokens) {
            Map<Sha256, Token> byHash = new HashMap<>();
            Map<String, Token> byId = new HashMap<>();
            tokens.forEach(token -> {
                byHash.put(token.hash(), token);
                byId.put(token.id(), token);
            });
            return new TokenSnapshot(byHash, byId);
        }
    }

    private TokenRegistry(TokenStorage book, InstantSource clock) {
        this.storage = book;
        this.clock = clock;
        this.snapshot = TokenSnapshot.of(book.all());
        book.listenForChanges(this::reload);
    }

    /**
     * The tokens of the ledger that is there: in its folder, which the caller holds, or in its database.
     *
     * @throws TokenStorageRefused where they cannot be read or kept
     */
    public static TokenRegistry open(StoreLocation events, InstantSource clock) {
        TokenStorage book =
                switch (events) {
                    case StoreLocation.LedgerFolder(Path folder) -> TokenFile.in(folder);
                    case StoreLocation.PostgresDatabase postgresDatabase -> PostgresTokenStorage.in(postgresDatabase);
                };
        return new TokenRegistry(book, clock);
    }

    /**
     * Makes a token.
     *
     * @param until when it expires; after {@link #LASTS} where nobody says
     * @throws Refused where the name is another one's or was, the time is past or too far off, or there are too many
     */
    public IssuedToken issue(TokenName name, Role role, @Nullable Instant until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = until == null ? now.plus(DEFAULT_LIFETIME) : until;
        if (!expires.isAfter(now) || expires.isAfter(now.plus(MAX_LIFETIME))) {
            throw Refused.because(
                    RefusalCode.INVALID_EXPIRY,
                    "/expires",
                    "A token expires in the future, and within " + MAX_LIFETIME.toDays() + " days");
        }
        TokenSecret tokenSecret = TokenSecret.generate();
        Token token = new Token(Ids.newId(), name, role, tokenSecret.hash(), now, expires, null, null);
        storage.add(token);
        reload();
        return new IssuedToken(token, tokenSecret);
    }

    /** All tokens that ever were, the oldest first, in their present state. */
    public List<Token> all() {
        return storage.all();
    }

    /**
     * Ends a token, from now on and for good; ending it again changes nothing.
     *
     * @throws Refused where there is none of that id
     */
    public void revoke(String id) {
        reload();
        if (!snapshot.byId().containsKey(id)) {
            throw Refused.because(RefusalCode.TOKEN_UNKNOWN, "There is no token of that id");
        }
        storage.revoke(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        reload();
    }

    /** The token of this secret; absent if there is none, or if it has expired or was revoked. */
    public @Nullable Token findValid(TokenSecret tokenSecret) {
        Instant now = clock.instant();
        Token token = snapshot.byHash().get(tokenSecret.hash());
        if (token == null || !token.isValidAt(now)) {
            return null;
        }
        recordUse(token, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return token;
    }

    /** Whether a token that was once taken still is. */
    public boolean isValid(String id) {
        Token token = snapshot.byId().get(id);
        return token != null && token.isValidAt(clock.instant());
    }

    /** Once a day for each token; nobody waits for it, and nothing depends on it. */
    private void recordUse(Token token, LocalDate day) {
        if (day.equals(lastUsedDays.get(token.id())) || day.equals(lastUsedDays.put(token.id(), day))) {
            return;
        }
        useRecorder.execute(() -> {
            try {
                storage.recordUse(token.id(), day);
            } catch (RuntimeException failed) {
                LOG.warn("That a token was used today could not be noted", failed);
            }
        });
    }

    /** One at a time, so that an earlier reading never replaces a later one. */
    private synchronized void reload() {
        snapshot = TokenSnapshot.of(storage.all());
    }

    @Override
    public void close() {
        useRecorder.close();
        storage.close();
    }

    /** The tokens cannot be read or stored. The message says why to the person who starts the program. Nothing was changed. */
    public static final class TokenStorageRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TokenStorageRefused(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }
}
