package org.claimsledger.bestknown;

import java.time.Instant;
import org.claimsledger.value.LedgerEvent;

/** An event with its place and time in the ledger. */
public record Occurred<E extends LedgerEvent>(long position, Instant recordedAt, E event) {}
