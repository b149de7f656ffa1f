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
public final class Tokens implements AutoCloseable {

    /** How many there may be, with those that were revoked, since all are in memory. */
    public static final int MOST = 10_000;
    /** How long a token lasts where nobody says otherwise. */
    public static final Duration LASTS = Duration.ofDays(365);
    /** How long a token may last. */
    public static final Duration LONGEST = Duration.ofDays(1_830);

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final TokenBook book;
    private final InstantSource clock;
    private final Map<String, LocalDate> used = new ConcurrentHashMap<>();
    private final ExecutorService noting = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-tokens-used").daemon().factory());
    private volatile Known known;

    /** A token with its secret, which is seen this once. */
    public record Made(Token token, Secret secret) {}

    private record Known(Map<Sha256, Token> byHash, Map<String, Token> byId) {

        static Known of(List<Token> tokens) {
            Map<Sha256, Token> byHash = new HashMap<>();
            Map<String, Token> byId = new HashMap<>();
            tokens.forEach(token -> {
                byHash.put(token.hash(), token);
                byId.put(token.id(), token);
            });
            return new Known(byHash, byId);
        }
    }

    private Tokens(TokenBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        this.known = Known.of(book.all());
        book.follow(this::reread);
    }

    /**
     * The tokens of the ledger that is there: in its folder, which the caller holds, or in its database.
     *
     * @throws TokensRefused where they cannot be read or kept
     */
    public static Tokens open(StoreLocation events, InstantSource clock) {
        TokenBook book =
                switch (events) {
                    case StoreLocation.Folder(Path folder) -> TokenFile.in(folder);
                    case StoreLocation.Database database -> TokenTables.in(database);
                };
        return new Tokens(book, clock);
    }

    /**
     * Makes a token.
     *
     * @param until when it expires; after {@link #LASTS} where nobody says
     * @throws Refused where the name is another one's or was, the time is past or too far off, or there are too many
     */
    public Made make(TokenName name, Role role, @Nullable Instant until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = until == null ? now.plus(LASTS) : until;
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw Refused.because(
                    RefusalCode.INVALID_EXPIRY,
                    "/expires",
                    "A token expires in the future, and within " + LONGEST.toDays() + " days");
        }
        Secret secret = Secret.fresh();
        Token token = new Token(Ids.fresh(), name, role, secret.hash(), now, expires, null, null);
        book.add(token);
        reread();
        return new Made(token, secret);
    }

    /** All that there ever were, the first first, as they are now. */
    public List<Token> all() {
        return book.all();
    }

    /**
     * Ends a token, from now on and for good; ending it again changes nothing.
     *
     * @throws Refused where there is none of that id
     */
    public void revoke(String id) {
        reread();
        if (!known.byId().containsKey(id)) {
            throw Refused.because(RefusalCode.TOKEN_UNKNOWN, "There is no token of that id");
        }
        book.revoke(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        reread();
    }

    /** The token that this is the secret of; absent where there is none, or it has expired or was revoked. */
    public @Nullable Token of(Secret secret) {
        Instant now = clock.instant();
        Token token = known.byHash().get(secret.hash());
        if (token == null || !token.isTakenAt(now)) {
            return null;
        }
        note(token, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return token;
    }

    /** Whether a token is still taken that once was. */
    public boolean isTaken(String id) {
        Token token = known.byId().get(id);
        return token != null && token.isTakenAt(clock.instant());
    }

    /** Once a day and token; nobody waits for it, and nothing depends on it. */
    private void note(Token token, LocalDate day) {
        if (day.equals(used.get(token.id())) || day.equals(used.put(token.id(), day))) {
            return;
        }
        noting.execute(() -> {
            try {
                book.use(token.id(), day);
            } catch (RuntimeException failed) {
                LOG.warn("That a token was used today could not be noted", failed);
            }
        });
    }

    /** One at a time, so that nobody puts what was read earlier over what was read later. */
    private synchronized void reread() {
        known = Known.of(book.all());
    }

    @Override
    public void close() {
        noting.close();
        book.close();
    }
}
