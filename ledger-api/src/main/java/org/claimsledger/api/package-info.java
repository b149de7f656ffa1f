/** The ledger over HTTP. */
@NullMarked
package org.claimsledger.api;

import org.jspecify.annotations.NullMarked;
