/** The event store as the rest of the ledger sees it: events, positions, limits and errors. */
@NullMarked
package org.claimsledger.store;

import org.jspecify.annotations.NullMarked;
