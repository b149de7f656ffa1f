/** The read side: what the log says, in tables that answer fast and can be rebuilt from it at any time. */
@NullMarked
package org.claimsledger.projection;

import org.jspecify.annotations.NullMarked;
