/** What the ledger holds, in words and marks. */
@NullMarked
package org.claimsledger.desk.words;

import org.jspecify.annotations.NullMarked;
