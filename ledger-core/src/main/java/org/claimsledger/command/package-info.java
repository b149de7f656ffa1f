/** Everything that can be asked of the ledger, as records. */
@NullMarked
package org.claimsledger.command;

import org.jspecify.annotations.NullMarked;
