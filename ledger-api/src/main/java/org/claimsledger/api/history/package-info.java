/** Audit trails as they are read. */
@NullMarked
package org.claimsledger.api.history;

import org.jspecify.annotations.NullMarked;
