package org.claimsledger.oracle;

import java.time.Instant;
import org.claimsledger.value.LedgerEvent;

/** An event as the ledger holds it. */
public record Entry(long position, Instant recordedAt, LedgerEvent event) {}
