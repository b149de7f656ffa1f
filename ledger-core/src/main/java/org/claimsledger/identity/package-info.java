/** Whether two subjects may be one, told from what the ledger holds of them; nothing follows from it by itself. */
@NullMarked
package org.claimsledger.identity;

import org.jspecify.annotations.NullMarked;
