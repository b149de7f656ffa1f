/** Limits on how many requests, writes and imports run at once, and on how slowly a client may send. */
@NullMarked
package org.claimsledger.api.limit;

import org.jspecify.annotations.NullMarked;
