/** What of the ledger a caller may see: which sources are protected, and what is shown of them instead. */
@NullMarked
package org.claimsledger.projection.sight;

import org.jspecify.annotations.NullMarked;
