package org.claimsledger.store;

import java.time.Instant;

/**
 * One event as the ledger holds it: bytes and their place, without their meaning.
 *
 * <p>{@code hash} is the SHA-256 of the salt followed by the canonical JSON of
 * {@code {"metadata": …, "payload": …}}; a proof commits to the hash, so that content can be erased together
 * with its salt while every proof still holds.
 *
 * <p>The arrays are the event's own and are not copied: they are to be read, never written.
 *
 * @param position place in the ledger: 1, 2, 3, … without gaps
 * @param id the message's identifier
 * @param type the event's name without its namespace, for example {@code ClaimAsserted}
 * @param version the version of the payload's shape
 * @param recordedAt when it was recorded, in whole microseconds; rises strictly with the position
 * @param metadata canonical JSON (RFC 8785) of a flat object of strings
 * @param payload the payload as the converter gave it: canonical JSON
 * @param salt 32 random bytes
 * @param hash 32 bytes
 */
public record StoredEvent(
        long position,
        String id,
        String type,
        String version,
        Instant recordedAt,
        byte[] metadata,
        byte[] payload,
        byte[] salt,
        byte[] hash) {}
