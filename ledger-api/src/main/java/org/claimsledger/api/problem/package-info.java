/** Errors as the client sees them: problem details of RFC 9457 with the ledger's codes. */
@NullMarked
package org.claimsledger.api.problem;

import org.jspecify.annotations.NullMarked;
