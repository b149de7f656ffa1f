package org.claimsledger.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.claimsledger.value.Refused;

/** Where tokens are kept, beside the events and never among them. What it has done is on disk. */
sealed interface TokenStorage extends AutoCloseable permits TokenFile, PostgresTokenStorage {

    /** All that there ever were, the first first. */
    List<Token> all();

    /** @throws Refused where there are too many, or another one has the name or ever had it */
    void add(Token token);

    /** Of one that is revoked already, the first time stays. */
    void revoke(String id, Instant now);

    /** Notes the day; never asked for in a hurry. */
    void recordUse(String id, LocalDate day);

    /** Tells whenever somebody else may have changed something; a file has nobody else. */
    default void listenForChanges(Runnable changed) {}

    @Override
    void close();
}
