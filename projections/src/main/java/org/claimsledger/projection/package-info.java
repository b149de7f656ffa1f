/** The read side: tables and an index that are derived from the log, and the read models that callers get. */
@NullMarked
package org.claimsledger.projection;

import org.jspecify.annotations.NullMarked;
