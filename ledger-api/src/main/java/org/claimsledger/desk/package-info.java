/** The desk: the ledger as pages that people read, rendered on the server. */
@NullMarked
package org.claimsledger.desk;

import org.jspecify.annotations.NullMarked;
