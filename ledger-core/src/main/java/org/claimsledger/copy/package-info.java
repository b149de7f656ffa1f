/** Exports of a whole ledger as lines that anyone can read and check, and their restoration. */
@NullMarked
package org.claimsledger.copy;

import org.jspecify.annotations.NullMarked;
