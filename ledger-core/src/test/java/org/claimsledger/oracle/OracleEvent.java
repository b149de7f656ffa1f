package org.claimsledger.oracle;

import java.time.Instant;
import org.claimsledger.event.LedgerEvent;

/** An event as the ledger holds it. */
public record OracleEvent(long position, Instant recordedAt, LedgerEvent event) {}
