/** What whoever runs the ledger sees of it: health, metrics, and a line of log for each request. */
@NullMarked
package org.claimsledger.api.operate;

import org.jspecify.annotations.NullMarked;
