package org.claimsledger.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.claimsledger.value.Refused;

/** Where tokens are kept, beside the events and never among them. A change is durable when its call returns. */
sealed interface TokenStorage extends AutoCloseable permits TokenFile, PostgresTokenStorage {

    /** All tokens that ever were, the oldest first. */
    List<Token> all();

    /** @throws Refused where there are too many, or another one has the name or ever had it */
    void add(Token token);

    /** A token that is revoked already keeps its first time. */
    void revoke(String id, Instant now);

    /** Records the day of a use; it may take its time. */
    void recordUse(String id, LocalDate day);

    /** Runs the callback whenever another node may have changed tokens; a file has no other nodes. */
    default void listenForChanges(Runnable changed) {}

    @Override
    void close();
}
