/** Who the ledger takes its caller for. */
@NullMarked
package org.claimsledger.api.session;

import org.jspecify.annotations.NullMarked;
