package org.claimsledger.event;

import java.time.Instant;

/** An event with its place and time in the ledger. */
public record RecordedEvent<E extends LedgerEvent>(long position, Instant recordedAt, E event) {}
