/** The point from which the ledger is read: parameters, cursors and what a reading is fixed to. */
@NullMarked
package org.claimsledger.api.viewpoint;

import org.jspecify.annotations.NullMarked;
