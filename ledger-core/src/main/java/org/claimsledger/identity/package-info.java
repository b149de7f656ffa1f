/** Whether two subjects may be one, judged by what the ledger holds about them. Nothing follows from it by itself. */
@NullMarked
package org.claimsledger.identity;

import org.jspecify.annotations.NullMarked;
