/** Copies of a whole ledger as lines that a stranger can read and check, and ledgers made of such lines. */
@NullMarked
package org.claimsledger.copy;

import org.jspecify.annotations.NullMarked;
